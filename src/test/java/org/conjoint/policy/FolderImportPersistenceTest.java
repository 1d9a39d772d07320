package org.conjoint.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.conjoint.policy.files.Folders.bytes;
import static org.conjoint.policy.files.Folders.changed;
import static org.conjoint.policy.files.Folders.later;
import static org.conjoint.policy.files.Folders.overlaid;
import static org.conjoint.policy.files.Folders.renamed;

import java.util.List;
import java.util.Map;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.authoring.ClauseStanding;
import org.conjoint.authoring.DraftId;
import org.conjoint.authoring.PolicyDrafts;
import org.conjoint.policy.PolicyImport.Outcome;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@PersistenceTest
class FolderImportPersistenceTest {

    @Autowired
    PolicyImport policies;

    @Autowired
    Policies reading;

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    Accounts accounts;

    @BeforeEach
    void sign_in() {
        People.signedIn(accounts, Role.POLICY_AUTHOR);
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_new_policy_is_taken_and_what_is_handed_out_is_unchanged() {
        var files = overlaid(renamed("imported", "IMP"), "imported", "IMP");
        assertThat(policies.take("imported", files)).isEqualTo(new Outcome.NewPolicy("1.0.0"));
        assertThat(policies.take("imported", files)).isEqualTo(new Outcome.Unchanged("1.0.0"));
        var kept = bytes(reading.files(reading.version("imported", Policies.GLOBAL, "1.0.0", "en")
                .orElseThrow()
                .id()));
        assertThat(kept.keySet()).isEqualTo(files.keySet());
        kept.forEach((name, content) -> assertThat(content).as(name).isEqualTo(files.get(name)));
        assertThat(policies.take("imported", kept)).isEqualTo(new Outcome.Unchanged("1.0.0"));
    }

    @Test
    void a_later_version_is_a_draft_that_tells_which_clauses_differ() {
        policies.take("imported-later", renamed("imported-later", "IML"));
        assertThat(policies.take("imported-later", later("imported-later", "IML")))
                .isInstanceOfSatisfying(Outcome.Draft.class, draft -> {
                    assertThat(draft.number()).isEqualTo("1.1.0");
                    assertThat(draft.basedOn()).isEqualTo("1.0.0");
                    assertThat(draft.changed()).isEqualTo(List.of("IML-2.2"));
                });
    }

    @Test
    void files_that_were_edited_are_a_draft_of_the_next_number_with_one_clause_changed_and_the_rest_identical() {
        var files = renamed("imported-edited", "IME");
        policies.take("imported-edited", files);
        var edited = changed(files, "en.md", "The post laughs at someone's death", "The post laughs at a death");
        assertThat(policies.take("imported-edited", edited)).isInstanceOfSatisfying(Outcome.Draft.class, draft -> {
            assertThat(draft.number()).isEqualTo("1.0.1");
            assertThat(draft.basedOn()).isEqualTo("1.0.0");
            assertThat(draft.changed()).isEqualTo(List.of("IME-2.2"));
            var reading = drafts.read(new DraftId(draft.id())).orElseThrow();
            assertThat(reading.clauses())
                    .filteredOn(ClauseStanding::unsaid)
                    .extracting(ClauseStanding::id)
                    .containsExactly("IME-2.2");
            assertThat(reading.files().get("examples.yaml").getBytes(UTF_8)).isEqualTo(files.get("examples.yaml"));
            assertThat(reading.files().get("de.md"))
                    .isEqualTo(new String(files.get("de.md"), UTF_8).replace("\nversion: 1.0.0", "\nversion: 1.0.1"));
        });
    }

    @Test
    void wrong_files_and_prefixes_of_others_are_refused() {
        var files = renamed("imported-wrong", "IMW");
        assertThat(policies.take("imported-wrong", changed(files, "policy.yaml", "format: 1", "format: 2")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .hasToString("policy.yaml:1: the format is not 1; write format: 1"));
        assertThat(policies.take("imported-other", renamed("imported-other", "HAR")))
                .isEqualTo(new Outcome.PrefixTaken("HAR", "harassment"));
        assertThat(policies.take("nothing", Map.of())).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_rater_takes_nothing_in() {
        People.signedIn(accounts, Role.RATER);
        assertThatThrownBy(() -> policies.take("imported-no", renamed("imported-no", "IMN")))
                .isInstanceOf(AccessDeniedException.class);
    }
}
