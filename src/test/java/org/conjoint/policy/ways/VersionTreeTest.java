package org.conjoint.policy.ways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.ClauseChange;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.ScopeDirection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionTreeTest {

    private final List<VersionTree.Version> versions = new ArrayList<>();

    private final PolicyVersionId first = version(1, null, change("HAR-1", ChangeKind.INITIAL));

    @Test
    void down_the_tree_changes_count_as_they_are() {
        var second = version(2, first, change("HAR-1", ChangeKind.TIGHTEN));
        var third = version(3, second, change("HAR-2", ChangeKind.LOOSEN));
        assertThat(tree().way(first, third))
                .extracting(WayStep::clauseId, WayStep::kind, WayStep::number, WayStep::takenBack, WayStep::reach)
                .containsExactly(
                        tuple("HAR-1", ChangeKind.TIGHTEN, "2.0.0", false, Reach.NOT_VIOLATING),
                        tuple("HAR-2", ChangeKind.LOOSEN, "3.0.0", false, Reach.VIOLATING_UNDER_IT));
        assertThat(tree().way(third, third)).isEmpty();
    }

    @Test
    void after_an_emergency_that_lapsed_what_it_changed_is_taken_back() {
        var emergency = version(
                2,
                first,
                change("HAR-1", ChangeKind.TIGHTEN),
                scope("HAR-2", ScopeDirection.WIDEN),
                change("HAR-3", ChangeKind.INITIAL),
                change("HAR-4", ChangeKind.RETIRE),
                change("HAR-5", ChangeKind.EDITORIAL));
        assertThat(tree().way(emergency, first))
                .extracting(WayStep::clauseId, WayStep::kind, WayStep::direction, WayStep::takenBack, WayStep::reach)
                .containsExactly(
                        tuple("HAR-1", ChangeKind.LOOSEN, null, true, Reach.VIOLATING_UNDER_IT),
                        tuple("HAR-2", ChangeKind.SCOPE, ScopeDirection.NARROW, true, Reach.VIOLATING_UNDER_IT),
                        tuple("HAR-3", ChangeKind.RETIRE, null, true, Reach.NONE),
                        tuple("HAR-4", ChangeKind.INITIAL, null, true, Reach.NOT_VIOLATING),
                        tuple("HAR-5", ChangeKind.EDITORIAL, null, true, Reach.NONE));
    }

    @Test
    void from_an_emergency_to_what_came_after_it_leads_through_what_both_grew_out_of() {
        var emergency = version(2, first, change("HAR-1", ChangeKind.TIGHTEN));
        var next = version(3, first, change("HAR-2", ChangeKind.TIGHTEN));
        assertThat(tree().way(emergency, next))
                .extracting(WayStep::clauseId, WayStep::kind, WayStep::takenBack)
                .containsExactly(tuple("HAR-1", ChangeKind.LOOSEN, true), tuple("HAR-2", ChangeKind.TIGHTEN, false));
        assertThat(tree().way(first, next)).extracting(WayStep::clauseId).containsExactly("HAR-2");
    }

    @Test
    void the_clauses_of_a_first_version_are_not_new_and_those_of_a_later_one_are() {
        var second = version(2, first, change("HAR-2", ChangeKind.INITIAL));
        assertThat(tree().way(first, second)).extracting(WayStep::reach).containsExactly(Reach.NOT_VIOLATING);
        var apart = version(9, null, change("HAR-1", ChangeKind.INITIAL));
        assertThat(tree().way(first, apart)).extracting(WayStep::reach).containsOnly(Reach.NONE);
    }

    @Test
    void a_change_of_a_renamed_clause_reaches_those_who_cite_it_by_its_old_name() {
        var second = version(
                2,
                first,
                crosswalk("HAR-1", ChangeKind.RENAME, "HAR-7"),
                crosswalk("HAR-2", ChangeKind.MERGE, "HAR-8"),
                crosswalk("HAR-3", ChangeKind.MERGE, "HAR-8"));
        var third = version(3, second, change("HAR-7", ChangeKind.LOOSEN), change("HAR-8", ChangeKind.LOOSEN));
        assertThat(tree().way(first, third))
                .filteredOn(step -> step.kind() == ChangeKind.LOOSEN)
                .extracting(WayStep::clauseId, WayStep::citedAs)
                .containsExactly(
                        tuple("HAR-7", Set.of("HAR-1", "HAR-7")), tuple("HAR-8", Set.of("HAR-2", "HAR-3", "HAR-8")));
        assertThat(tree().way(first, second)).extracting(WayStep::reach).containsOnly(Reach.NONE);
        assertThat(tree().way(second, third))
                .extracting(WayStep::citedAs)
                .containsExactly(Set.of("HAR-7"), Set.of("HAR-8"));
    }

    @Test
    void only_a_clause_that_becomes_several_is_read_again_by_hand() {
        var second = version(2, first, crosswalk("HAR-1", ChangeKind.SPLIT, "HAR-1", "HAR-9"));
        assertThat(tree().way(first, second)).extracting(WayStep::reach).containsExactly(Reach.CITING_IT);
        assertThat(tree().way(second, first))
                .extracting(WayStep::clauseId, WayStep::kind, WayStep::becomes, WayStep::reach)
                .containsExactly(
                        tuple("HAR-1", ChangeKind.MERGE, List.of("HAR-1"), Reach.NONE),
                        tuple("HAR-9", ChangeKind.MERGE, List.of("HAR-1"), Reach.NONE));
    }

    @Test
    void a_merger_taken_back_is_read_again_by_hand() {
        var merged = version(
                2, first, crosswalk("HAR-2", ChangeKind.MERGE, "HAR-8"), crosswalk("HAR-3", ChangeKind.MERGE, "HAR-8"));
        assertThat(tree().way(merged, first))
                .extracting(WayStep::clauseId, WayStep::kind, WayStep::becomes, WayStep::reach)
                .containsExactly(tuple("HAR-8", ChangeKind.SPLIT, List.of("HAR-2", "HAR-3"), Reach.CITING_IT));
    }

    @Test
    void there_is_no_way_to_a_version_of_another_policy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree().way(first, new PolicyVersionId(99)))
                .withMessageContaining("99");
    }

    private VersionTree tree() {
        return new VersionTree("harassment", "global", versions, null);
    }

    private PolicyVersionId version(int number, @Nullable PolicyVersionId basedOn, ClauseChange... changes) {
        var id = new PolicyVersionId(number);
        versions.add(new VersionTree.Version(id, number + ".0.0", basedOn, List.of(changes)));
        return id;
    }

    private static ClauseChange change(String clause, ChangeKind kind) {
        return new ClauseChange(clause, kind, null, null, List.of(), null);
    }

    private static ClauseChange scope(String clause, ScopeDirection direction) {
        return new ClauseChange(clause, ChangeKind.SCOPE, direction, null, List.of(), null);
    }

    private static ClauseChange crosswalk(String clause, ChangeKind kind, String... becomes) {
        return new ClauseChange(clause, kind, null, null, List.of(becomes), null);
    }
}
