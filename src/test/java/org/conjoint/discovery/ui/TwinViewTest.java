package org.conjoint.discovery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostData;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.content.Twins;
import org.conjoint.meaning.JointGrade;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.testing.PostNumbers;
import org.conjoint.work.Memberships;
import org.conjoint.work.Queue;
import org.conjoint.work.QueueData;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.conjoint.work.Subject;
import org.conjoint.work.SubjectKind;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

@PersistenceTest
@ViewPackages(classes = TwinView.class)
class TwinViewTest extends SpringBrowserlessTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    Twins twins;

    @Autowired
    Queues queues;

    @Autowired
    Memberships memberships;

    @Autowired
    DSLContext db;

    private final String name = "twin-" + UUID.randomUUID();
    private PostId original;
    private QueueId queue;

    @BeforeEach
    void signIn() {
        PostNumbers.farOff(db);
        accounts.runAsSystem(() -> {
            original = posts.put(PostData.of(name).withCaption("see you at 8")).id();
            queue = queues.create(QueueData.verdicts(name, "harassment", "en", 1));
            return queues.add(queue, List.of(new Subject(SubjectKind.POST, original.value(), 1)));
        });
        People.signedIn(accounts, Role.REVIEWER);
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_twin_is_made_from_the_page_of_its_original_and_put_into_its_queue() {
        UI.getCurrent().navigate(PostView.class, Long.toString(original.value()));
        test(button("Make a twin")).click();
        assertThat(getCurrentView()).isInstanceOf(TwinView.class);
        test(caption()).setValue("see you never");
        expected().setValue(JointGrade.NONE);
        test(button("Make the twin")).click();

        var made = twins.of(original, 5).getFirst();
        assertThat(posts.find(made.post()).orElseThrow().data().caption()).isEqualTo("see you never");
        assertThat(queueChoice().getSelectedItems())
                .extracting(chosen -> chosen.data().name())
                .containsExactly(name);
        test(button("Put it into these queues")).click();
        assertThat(memberships
                        .of(SubjectKind.POST, List.of(made.post().value()))
                        .get(made.post().value()))
                .containsExactly(queue);

        UI.getCurrent().navigate(PostView.class, Long.toString(made.post().value()));
        assertThat(text("relatives")).contains(name).contains("Original of this twin: caption changed, expected none");
        UI.getCurrent().navigate(PostView.class, Long.toString(original.value()));
        assertThat(text("relatives")).contains(name + "-twin-1").contains("Twin: caption changed, expected none");
    }

    @Test
    void what_is_no_twin_is_refused_in_words_and_the_form_stays() {
        UI.getCurrent().navigate(TwinView.class, Long.toString(original.value()));
        test(button("Make the twin")).click();
        assertThat(text("form-problem")).contains("Say which grade you expect");
        expected().setValue(JointGrade.NONE);
        test(button("Make the twin")).click();
        assertThat(text("form-problem")).contains("Nothing differs from the original");
        assertThat(twins.of(original, 5)).isEmpty();
    }

    @Test
    void those_who_only_judge_see_no_twins() {
        SecurityContextHolder.clearContext();
        People.signedIn(accounts, Role.RATER);
        UI.getCurrent().navigate(PostView.class, Long.toString(original.value()));
        assertThat($(Button.class).all()).noneMatch(one -> one.getText().equals("Make a twin"));
        assertThat($(Div.class).all()).noneMatch(one -> one.hasClassName("relatives"));
    }

    private TextArea caption() {
        return $(TextArea.class).all().stream()
                .filter(area -> area.getLabel().equals("Caption"))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<JointGrade> expected() {
        return $(RadioButtonGroup.class).all().stream()
                .filter(group -> group.getLabel().equals("Expected for the whole"))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Queue> queueChoice() {
        return $(CheckboxGroup.class).single();
    }

    private Button button(String text) {
        return $(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private String text(String className) {
        return $(Div.class).all().stream()
                .filter(div -> div.hasClassName(className))
                .findFirst()
                .orElseThrow()
                .getElement()
                .getTextRecursively();
    }
}
