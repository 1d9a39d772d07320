package org.conjoint.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.conjoint.policy.files.Folders.bytes;
import static org.conjoint.policy.files.Folders.changed;
import static org.conjoint.policy.files.Folders.later;
import static org.conjoint.policy.files.Folders.overlaid;
import static org.conjoint.policy.files.Folders.renamed;

import java.util.List;
import java.util.Map;
import org.conjoint.policy.PolicyImport.Outcome;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@PersistenceTest
@WithMockUser(roles = "POLICY_AUTHOR")
class FolderImportPersistenceTest {

    @Autowired
    PolicyImport policies;

    @Autowired
    Policies reading;

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
    @WithMockUser(roles = "RATER")
    void a_rater_takes_nothing_in() {
        assertThatThrownBy(() -> policies.take("imported-no", renamed("imported-no", "IMN")))
                .isInstanceOf(AccessDeniedException.class);
    }
}
