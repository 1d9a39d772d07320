package org.conjoint.exchange.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.exchange.ImportRequest;
import org.conjoint.exchange.ImportResult;
import org.conjoint.exchange.Imports;
import org.conjoint.exchange.VerdictExportJob;
import org.conjoint.jobs.JobId;
import org.conjoint.jobs.Jobs;
import org.conjoint.jobs.ui.JobNavigation;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** Data, and the jobs that its forms start. */
@PersistenceTest
@ViewPackages(packages = {"org.conjoint.exchange.ui", "org.conjoint.jobs.ui"})
class DataViewTest extends SpringBrowserlessTest {

    @TempDir
    Path folder;

    @Autowired
    Accounts accounts;

    @Autowired
    Imports imports;

    @Autowired
    Jobs jobs;

    private final String source = "data-" + UUID.randomUUID();

    @BeforeEach
    void signIn() {
        People.signedIn(accounts, Role.DATA_ENGINEER);
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_import_is_among_the_jobs_with_what_became_of_its_rows() throws Exception {
        var ended = imported();
        navigate(DataView.class);
        var card = $(Anchor.class).all().stream()
                .filter(anchor -> anchor.getHref().endsWith("/" + ended.job()))
                .findFirst()
                .orElseThrow();
        assertThat(text(card.getParent().orElseThrow())).contains("1 new · 1 refused");
    }

    @Test
    void the_report_of_a_job_begins_with_the_rows_that_were_refused() throws Exception {
        var ended = imported();
        UI.getCurrent().navigate(JobNavigation.to(new JobId(ended.job())));
        assertThat($(H1.class).single().getText()).contains("posts.jsonl");
        assertThat(text((Component) getCurrentView())).contains("Done").contains("1 new · 1 refused");
    }

    @Test
    void an_export_is_started_by_a_button_and_becomes_a_job() {
        navigate(DataView.class);
        var before = exports();
        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals("Export verdicts"))
                        .findFirst()
                        .orElseThrow())
                .click();
        assertThat(exports()).isEqualTo(before + 1);
    }

    @Test
    void a_rater_gets_nowhere_near_the_data() {
        SecurityContextHolder.clearContext();
        People.signedIn(accounts, Role.RATER);
        assertThatThrownBy(() -> navigate(DataView.class)).isInstanceOf(RuntimeException.class);
    }

    private long exports() {
        return jobs.page(null, 100).stream()
                .filter(job -> job.kind().equals(VerdictExportJob.KIND))
                .count();
    }

    private ImportResult imported() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("posts.jsonl"), """
                {"type":"post","id":"a","source":"%1$s","caption":"x"}
                {"type":"post","id":"b","source":"%1$s","image":"missing.png"}
                """.formatted(source));
        return imports.run(ImportRequest.of(folder.resolve("posts.jsonl")), job -> {});
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
