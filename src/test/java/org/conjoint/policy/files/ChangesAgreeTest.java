package org.conjoint.policy.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.ContentScope;
import org.conjoint.policy.PolicySection;
import org.conjoint.policy.ScopeDirection;
import org.conjoint.policy.files.ClauseDifference.InLocale;
import org.conjoint.policy.files.ClauseDifference.Presence;
import org.conjoint.policy.files.FolderEdits.Wording;
import org.conjoint.policy.files.VersionEntryDraft.ClauseChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChangesAgreeTest {
    private static final Wording WORDING = new Wording("Degrading", "Other text.", "Is it so?");
    private static final PolicyFolder BASE = read(starter());

    @Test
    void a_copy_differs_in_nothing() {
        var found = ChangesFound.between(BASE, BASE);
        assertThat(found.clauses()).hasSize(6).allSatisfy(clause -> {
            assertThat(clause.presence()).isEqualTo(Presence.KEPT);
            assertThat(clause.locales()).isEqualTo(Map.of("de", InLocale.UNCHANGED, "en", InLocale.UNCHANGED));
        });
        assertThat(found.changed()).isEmpty();
        assertThat(ChangesAgree.problems(BASE, read(entry(starter(), "1.0.1")))).isEmpty();
    }

    @Test
    void a_reworded_clause_is_found_by_its_hash_in_its_locale() {
        var english = between(FolderEdits.withClause(starter(), "en", "HAR-2.1", WORDING));
        assertThat(english.changed()).extracting(ClauseDifference::clauseId).containsExactly("HAR-2.1");
        assertThat(english.changed().getFirst().text()).isTrue();
        assertThat(english.changed().getFirst().locales())
                .isEqualTo(Map.of("de", InLocale.UNCHANGED, "en", InLocale.CHANGED));
        var german = between(FolderEdits.withClause(starter(), "de", "HAR-2.1", WORDING));
        assertThat(german.changed()).isEmpty();
        assertThat(german.clause("HAR-2.1").orElseThrow().worded()).isTrue();
    }

    @Test
    void severity_the_power_of_context_and_what_is_read_with_a_clause_are_told_apart() {
        var folder = between(replaced(
                replaced(starter(), "HAR-2.1: {severity: medium", "HAR-2.1: {severity: low"),
                "HAR-2.2: {severity: medium, context_can_defuse: true",
                "HAR-2.2: {severity: medium, context_can_defuse: false"));
        assertThat(folder.changed())
                .extracting(ClauseDifference::clauseId, ClauseDifference::severity, ClauseDifference::defusal)
                .containsExactly(tuple("HAR-2.1", true, false), tuple("HAR-2.2", false, true));
        var mourning = between(FolderEdits.withException(starter(), "en", "HAR-A5", "Mourning", "Allowed."));
        assertThat(mourning.changed()).isEmpty();
        assertThat(mourning.clauses())
                .filteredOn(ClauseDifference::around)
                .extracting(ClauseDifference::clauseId)
                .containsExactly("HAR-2.2");
    }

    @Test
    void an_overlay_changes_a_clause_in_its_jurisdiction() {
        var overlaid = Folders.text(Folders.overlaid());
        assertThat(between(overlaid).changed()).singleElement().satisfies(clause -> {
            assertThat(clause.clauseId()).isEqualTo("HAR-3.1");
            assertThat(clause.text()).isFalse();
            assertThat(clause.jurisdictions()).containsExactly("AT");
        });
        assertThat(problems(entry(overlaid, "1.0.1")))
                .containsExactly("changes.yaml:16: HAR-3.1 has changed (its text in AT), and nothing is said of it; "
                        + "add it with the kind of change");
        assertThat(problems(entry(overlaid, "2.0.0", change("HAR-3.1", ChangeKind.TIGHTEN))))
                .isEmpty();
    }

    @Test
    void a_change_that_nobody_tells_is_told_with_its_line() {
        var files = FolderEdits.withClause(starter(), "en", "HAR-2.1", WORDING);
        assertThat(problems(entry(files, "1.0.1")))
                .containsExactly("changes.yaml:16: HAR-2.1 has changed (its text), and nothing is said of it; "
                        + "add it with the kind of change");
        assertThat(problems(entry(files, "1.0.1", change("HAR-2.1", ChangeKind.EDITORIAL))))
                .isEmpty();
    }

    @Test
    void a_change_that_did_not_happen_is_told_with_its_line() {
        assertThat(problems(entry(starter(), "2.0.0", change("HAR-2.1", ChangeKind.TIGHTEN))))
                .containsExactly("changes.yaml:23: HAR-2.1 has not changed, and tighten says that it has; "
                        + "remove the entry, or change the clause");
        assertThat(problems(entry(starter(), "1.1.0", change("HAR-2.1", ChangeKind.PENALTY))))
                .isEmpty();
        assertThat(problems(entry(starter(), "2.0.0", change("HAR-2.1", ChangeKind.SCOPE))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ChangeKind.class,
            names = {"EDITORIAL", "CLARIFY", "TIGHTEN", "LOOSEN", "SCOPE", "PENALTY"})
    void the_kind_fits_what_changed(ChangeKind kind) {
        var number = VersionNumber.of("1.0.0").next(kind.bump()).toString();
        var words = FolderEdits.withClause(starter(), "en", "HAR-2.1", WORDING);
        var severity = replaced(starter(), "HAR-2.1: {severity: medium", "HAR-2.1: {severity: high");
        var defusal = replaced(starter(), "medium, context_can_defuse: true", "medium, context_can_defuse: false");
        var change = change("HAR-2.1", kind);
        var meaning =
                List.of(ChangeKind.TIGHTEN, ChangeKind.LOOSEN, ChangeKind.SCOPE).contains(kind);
        assertThat(problems(entry(words, number, change)).isEmpty()).isEqualTo(kind != ChangeKind.PENALTY);
        assertThat(problems(entry(severity, number, change)).isEmpty())
                .isEqualTo(meaning || kind == ChangeKind.PENALTY);
        assertThat(problems(entry(defusal, number, change)).isEmpty()).isEqualTo(meaning);
    }

    @Test
    void a_change_of_an_exception_may_be_told_of_the_clauses_that_it_concerns() {
        var files = FolderEdits.withException(starter(), "en", "HAR-A5", "Mourning", "Allowed.");
        assertThat(problems(entry(files, "1.0.1"))).isEmpty();
        assertThat(problems(entry(files, "2.0.0", change("HAR-2.2", ChangeKind.LOOSEN))))
                .isEmpty();
        assertThat(problems(entry(files, "2.0.0", change("HAR-2.1", ChangeKind.LOOSEN))))
                .hasSize(1);
        var terms = FolderEdits.withSection(starter(), "en", PolicySection.TERMS, "- **A**: b");
        assertThat(problems(entry(terms, "2.0.0", change("HAR-2.1", ChangeKind.LOOSEN))))
                .isEmpty();
    }

    @Test
    void a_retired_clause_is_told_and_never_comes_back() {
        var gone = FolderEdits.withoutClause(starter(), "HAR-2.2");
        assertThat(problems(entry(gone, "2.0.0")))
                .singleElement()
                .asString()
                .contains("HAR-2.2 is gone, and nothing is said of it; add it with kind: retire");
        var retired = entry(gone, "2.0.0", change("HAR-2.2", ChangeKind.RETIRE));
        assertThat(problems(retired)).isEmpty();

        var back = new TreeMap<>(starter());
        back.put("changes.yaml", retired.get("changes.yaml"));
        back = new TreeMap<>(entry(back, "3.0.0", change("HAR-1.1", ChangeKind.PENALTY)));
        assertThat(told(ChangesAgree.problems(read(retired), read(back))))
                .anySatisfy(problem ->
                        assertThat(problem).matches("en\\.md:\\d+: HAR-2\\.2 was retired in an earlier version; .*"))
                .anySatisfy(problem -> assertThat(problem).contains("HAR-2.2 is new, and nothing is said of it"));
    }

    @Test
    void a_renamed_clause_is_told_by_where_it_went() {
        var files = new TreeMap<>(starter());
        files.replaceAll((name, source) -> name.equals("changes.yaml") ? source : source.replace("HAR-2.2", "HAR-2.3"));
        assertThat(problems(entry(files, "2.0.0", crosswalk("HAR-2.2", ChangeKind.RENAME, "HAR-2.3"))))
                .isEmpty();
        assertThat(problems(entry(
                        files,
                        "2.0.0",
                        crosswalk("HAR-2.2", ChangeKind.RENAME, "HAR-2.3"),
                        change("HAR-2.3", ChangeKind.INITIAL))))
                .isEmpty();
        assertThat(problems(entry(files, "2.0.0", crosswalk("HAR-2.2", ChangeKind.SPLIT, "HAR-2.3"))))
                .containsExactly(
                        "changes.yaml:23: HAR-2.2 names 1 in becomes, which is not split; name two clauses or more");
        assertThat(problems(entry(
                        files,
                        "2.0.0",
                        crosswalk("HAR-2.2", ChangeKind.MERGE, "HAR-9.9"),
                        change("HAR-2.3", ChangeKind.INITIAL))))
                .containsExactly("changes.yaml:23: HAR-2.2 becomes HAR-9.9, which does not exist; "
                        + "add the clause or correct the id");
    }

    @Test
    void a_merge_into_a_clause_that_stays_needs_no_new_id() {
        var files = FolderEdits.withoutClause(starter(), "HAR-2.2");
        assertThat(problems(entry(files, "2.0.0", crosswalk("HAR-2.2", ChangeKind.MERGE, "HAR-2.1"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.0.1, 2.0.0", "1.9.9, 2.0.0", "2.0.0,", "3.1.0,"})
    void the_number_rises_as_far_as_the_largest_change_says(String number, String least) {
        var files = FolderEdits.withClause(starter(), "en", "HAR-2.1", WORDING);
        var problems = ChangesAgree.problems(BASE, read(entry(files, "9.0.0", change("HAR-2.1", ChangeKind.TIGHTEN))));
        assertThat(problems).isEmpty();
        var refused = Folders.bytes(entry(files, number, change("HAR-2.1", ChangeKind.TIGHTEN)));
        if (least == null) {
            assertThat(ChangesAgree.problems(BASE, Folders.read("harassment", refused)))
                    .isEmpty();
        } else {
            assertThat(told(Folders.refused("harassment", refused)))
                    .anySatisfy(problem -> assertThat(problem).contains("call it %s or higher".formatted(least)));
        }
    }

    @Test
    void the_entries_of_earlier_versions_are_history() {
        var files = new TreeMap<>(starter());
        files.merge("changes.yaml", "", (a, b) -> a.replace("First version", "The first version"));
        assertThat(problems(entry(files, "1.0.1")))
                .containsExactly("changes.yaml:3: the entry of version 1.0.0 is not as it was; "
                        + "keep the entries of earlier versions as they were, and no others");
        assertThat(told(ChangesAgree.problems(BASE, BASE)))
                .anySatisfy(problem -> assertThat(problem).contains("says too little about its changes"));
    }

    private static Map<String, String> starter() {
        return Folders.text(Folders.starter("harassment"));
    }

    private static PolicyFolder read(Map<String, String> files) {
        return Folders.read("harassment", Folders.bytes(files));
    }

    private static ChangesFound between(Map<String, String> files) {
        return ChangesFound.between(BASE, read(files));
    }

    private static List<String> problems(Map<String, String> files) {
        return told(ChangesAgree.problems(BASE, read(files)));
    }

    private static List<String> told(List<FileProblem> problems) {
        return problems.stream().map(FileProblem::toString).toList();
    }

    private static Map<String, String> replaced(Map<String, String> files, String from, String to) {
        return Folders.text(Folders.changed(Folders.bytes(files), "policy.yaml", from, to));
    }

    private static Map<String, String> entry(Map<String, String> files, String number, ClauseChange... changes) {
        var from = Instant.parse("2026-12-01T00:00:00Z").plusSeconds(number.charAt(0));
        return FolderEdits.withEntry(
                FolderEdits.withVersion(files, VersionNumber.of(number)),
                new VersionEntryDraft(
                        "why", from, from, ContentScope.ALL_CONTENT, "none", new ArrayList<>(List.of(changes))));
    }

    private static ClauseChange change(String clause, ChangeKind kind) {
        return new ClauseChange(
                clause,
                kind,
                Optional.empty(),
                List.of(),
                kind == ChangeKind.SCOPE ? Optional.of(ScopeDirection.WIDEN) : Optional.empty());
    }

    private static ClauseChange crosswalk(String clause, ChangeKind kind, String... becomes) {
        return new ClauseChange(clause, kind, Optional.empty(), List.of(becomes), Optional.empty());
    }
}
