package org.conjoint.policy.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.ClauseSeverity;
import org.conjoint.policy.ContentScope;
import org.conjoint.policy.PolicySection;
import org.conjoint.policy.ScopeDirection;
import org.conjoint.policy.files.FolderEdits.Wording;
import org.conjoint.policy.files.PolicyDescription.ClauseEntry;
import org.conjoint.policy.files.VersionEntryDraft.ClauseChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderEditsTest {
    private static final VersionNumber NEXT = new VersionNumber(2, 0, 0);
    private static final Wording WORDING = new Wording("Degrading someone", "New text.\n\n- one\n- two", "Is it so?");
    private static final VersionEntryDraft ENTRY = new VersionEntryDraft(
            "It says \"no\": and # more",
            Instant.parse("2026-12-01T00:00:00Z"),
            Instant.parse("2026-12-15T00:00:00Z"),
            ContentScope.CREATED_SINCE_EFFECTIVE,
            "none",
            List.of(
                    change("HAR-2.1", ChangeKind.TIGHTEN),
                    new ClauseChange(
                            "HAR-2.2",
                            ChangeKind.SCOPE,
                            Optional.of("a\nb"),
                            List.of(),
                            Optional.of(ScopeDirection.NARROW)),
                    new ClauseChange(
                            "HAR-3.2", ChangeKind.MERGE, Optional.empty(), List.of("HAR-3.1"), Optional.empty())));

    @Test
    void a_version_number_changes_its_lines_alone() {
        var files = starter("harassment");
        var changed = FolderEdits.withVersion(files, NEXT);
        assertThat(changed.keySet()).isEqualTo(files.keySet());
        changed.forEach((name, source) -> assertThat(source.replaceFirst("(?m)^version: 2.0.0", "version: 1.0.0"))
                .isEqualTo(files.get(name)));
        assertThat(changed.get("examples.yaml")).isEqualTo(files.get("examples.yaml"));
        assertThat(changed.get("changes.yaml")).isEqualTo(files.get("changes.yaml"));
        assertThat(changed.get("de.md")).contains("version: 2.0.0", "source_version: 1.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version: '1.0.0'   # why", "version:    \"1.0.0\"", "\"version\" : 1.0.0 # 1.0.0"})
    void a_version_number_keeps_its_quotes_and_its_comment(String line) {
        var files = new TreeMap<>(starter("harassment"));
        files.replaceAll((name, source) ->
                "\uFEFF" + source.replaceFirst("(?m)^version: 1.0.0", line).replace("\n", "\r\n"));
        var changed = FolderEdits.withVersion(files, NEXT);
        for (var name : List.of("policy.yaml", "en.md", "de.md")) {
            var expected = files.get(name).replace(line, line.replaceFirst("1\\.0\\.0", "2.0.0"));
            assertThat(changed.get(name)).isEqualTo(expected);
        }
    }

    @Test
    void an_entry_for_a_new_version_is_put_behind_the_earlier_ones() {
        var files = FolderEdits.withVersion(starter("harassment"), NEXT);
        var changed = FolderEdits.withEntry(files, ENTRY);
        assertThat(changed.get("changes.yaml")).isEqualTo(files.get("changes.yaml") + """
                  - version: 2.0.0
                    reason: "It says \\"no\\": and # more"
                    effective_from: "2026-12-01T00:00:00Z"
                    penalty_from: "2026-12-15T00:00:00Z"
                    content_scope: created_since_effective
                    rereview: "none"
                    clauses:
                      HAR-2.1: {kind: tighten}
                      HAR-2.2: {kind: scope, direction: narrow, reason: "a\\nb"}
                      HAR-3.2: {kind: merge, becomes: [HAR-3.1]}
                """);
        assertThat(VersionEntryDraft.of(entries(changed).getLast())).isEqualTo(ENTRY);
    }

    @Test
    void the_entry_of_the_same_version_is_replaced_and_what_stands_around_it_stays() {
        var files = new TreeMap<>(FolderEdits.withVersion(starter("harassment"), NEXT));
        files.merge("changes.yaml", """
                # the second one
                  -
                    # why
                    version: "2.0.0"
                    reason: |
                      Long ago

                    effective_from: "2026-12-01T01:00:00+01:00"
                    penalty_from: "2027-12-01T01:00:00+01:00"
                    content_scope: all_content
                    rereview: none
                    clauses: {} # none yet
                # the end
                """, String::concat);
        var changed = FolderEdits.withEntry(files, ENTRY).get("changes.yaml");
        assertThat(changed)
                .startsWith(starter("harassment").get("changes.yaml") + "# the second one\n  - version: 2.0.0\n")
                .endsWith("      HAR-3.2: {kind: merge, becomes: [HAR-3.1]} # none yet\n# the end\n")
                .as("the instant is the same, and so is its zone")
                .contains("effective_from: \"2026-12-01T01:00:00+01:00\"", "penalty_from: \"2026-12-15T00:00:00Z\"");
        files.put("changes.yaml", changed);
        assertThat(FolderEdits.withEntry(files, ENTRY).get("changes.yaml")).isEqualTo(changed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy: x\nversions: []",
                "policy: x\nversions: [{version: 2.0.0, reason: x}] # end",
                "policy: x\nversions: [{version: 1.0.0, reason: x}] # end",
                "policy: x\nversions:\n- version: 1.0.0\n  reason: x",
                "policy: x\r\nversions:\r\n-   reason: x\r\n    version: 2.0.0\r\nafter: 1\r\n"
            })
    void an_entry_is_written_however_the_list_is_written(String source) {
        var files = new TreeMap<>(FolderEdits.withVersion(starter("harassment"), NEXT));
        files.put("changes.yaml", source);
        var changed = FolderEdits.withEntry(files, ENTRY);
        assertThat(VersionEntryDraft.of(entries(changed).getLast())).isEqualTo(ENTRY);
        assertThat(entries(changed)).hasSize(source.contains("1.0.0") ? 2 : 1);
        var before = source.substring(0, source.indexOf("versions:"));
        assertThat(changed.get("changes.yaml")).startsWith(before);
        if (source.contains("\r")) {
            assertThat(changed.get("changes.yaml").replace("\r\n", "")).doesNotContain("\n");
            assertThat(changed.get("changes.yaml")).endsWith("\r\nafter: 1\r\n");
        }
    }

    @Test
    void a_clause_is_reworded_and_nothing_else_changes() {
        var files = starter("harassment");
        var changed = FolderEdits.withClause(files, "en", "HAR-2.1", WORDING);
        var old = section(files.get("en.md"), "### HAR-2.1", "### HAR-2.2");
        assertThat(section(changed.get("en.md"), "### HAR-2.1", "### HAR-2.2"))
                .isEqualTo("### HAR-2.1 Degrading someone\n\nNew text.\n\n- one\n- two\n\n> Is it so?\n\n");
        assertThat(changed.get("en.md").replace(section(changed.get("en.md"), "### HAR-2.1", "### HAR-2.2"), old))
                .isEqualTo(files.get("en.md"));
        assertThat(without(changed, "en.md")).isEqualTo(without(files, "en.md"));
        assertThat(hashes(changed).entrySet().stream()
                        .filter(clause ->
                                !clause.getValue().equals(hashes(files).get(clause.getKey())))
                        .map(Map.Entry::getKey))
                .containsExactly("HAR-2.1");
    }

    @Test
    void a_clause_that_is_worded_so_already_stays_byte_for_byte() {
        for (var files : List.of(
                starter("self-harm"),
                each(starter("self-harm"), text -> "\uFEFF" + text.replace("\n", "\r\n")),
                each(
                        starter("self-harm"),
                        text -> Normalizer.normalize(text, Normalizer.Form.NFD).replace("\n", "\r")),
                each(starter("self-harm"), text -> text.replace("\n\n> Would", "\n\n\n>   Would")))) {
            for (var text : read("self-harm", files).texts()) {
                for (var clause : text.clauses()) {
                    var wording = new Wording(clause.title(), clause.markdown(), clause.test());
                    assertThat(FolderEdits.withClause(files, text.locale(), clause.id(), wording))
                            .isEqualTo(files);
                }
                assertThat(FolderEdits.withSection(files, text.locale(), PolicySection.TERMS, text.terms()))
                        .isEqualTo(files);
                assertThat(FolderEdits.withTitle(files, text.locale(), text.title()))
                        .isEqualTo(files);
            }
        }
    }

    @Test
    void an_edit_keeps_the_line_ends_and_the_parts_of_a_clause_that_it_does_not_change() {
        var files = each(
                starter("self-harm"),
                text -> "\uFEFF"
                        + Normalizer.normalize(text, Normalizer.Form.NFD).replace("\n", "\r\n"));
        var clause =
                read("self-harm", files).texts().getLast().clause("SLF-2.1").orElseThrow();
        var changed = FolderEdits.withClause(
                files, "de", "SLF-2.1", new Wording(clause.title(), clause.markdown(), "Trifft es zu?"));
        var question = section(files.get("de.md"), "### SLF-2.1", "### SLF-3.1")
                .lines()
                .filter(line -> line.startsWith(">"))
                .collect(Collectors.joining("\r\n"));
        assertThat(changed.get("de.md")).isEqualTo(files.get("de.md").replace(question, "> Trifft es zu?"));
    }

    @Test
    void a_section_and_the_title_are_rewritten_alone() {
        var files = starter("harassment");
        var changed = FolderEdits.withSection(files, "de", PolicySection.CULTURE, "Anders.\n");
        var culture = read("harassment", files).texts().getLast().culture().orElseThrow();
        assertThat(changed.get("de.md")).isEqualTo(files.get("de.md").replace(culture, "Anders.\n"));
        var terms = read("harassment", files).canonicalText().terms();
        assertThat(FolderEdits.withSection(files, "en", PolicySection.TERMS, "- **A**: b\n")
                        .get("en.md"))
                .isEqualTo(files.get("en.md").replace(terms, "- **A**: b\n"));
        assertThat(FolderEdits.withTitle(files, "en", " Hate ").get("en.md"))
                .isEqualTo(files.get("en.md").replace("# Harassment and hate\n", "# Hate\n"));
        assertThatThrownBy(() -> FolderEdits.withSection(files, "en", PolicySection.VIOLATES, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_exception_is_rewritten_alone() {
        var files = starter("harassment");
        var changed = FolderEdits.withException(files, "en", "HAR-A5", "Mourning", "Laughter is allowed.");
        assertThat(section(changed.get("en.md"), "### HAR-A5", "## Reading"))
                .isEqualTo("### HAR-A5 Mourning\n\nLaughter is allowed.\n\n");
        read("harassment", changed);
    }

    @Test
    void a_clause_comes_and_goes_without_a_trace() {
        for (var files :
                List.of(starter("harassment"), each(starter("harassment"), text -> text.replace("\n", "\r\n")))) {
            var added = FolderEdits.withNewClause(
                    files,
                    new ClauseEntry("HAR-2.10", ClauseSeverity.HIGH, false, Optional.of("STATEMENT_CATEGORY_X")),
                    Map.of("en", WORDING, "de", new Wording("Neu", "Text.", "Ist es so?")));
            var description = added.get("policy.yaml").replace("\r\n", "\n");
            assertThat(description)
                    .contains(
                            "  HAR-2.2: {severity: medium, context_can_defuse: true}\n"
                                    + "  HAR-2.10: {severity: high, context_can_defuse: false, dsa: \"STATEMENT_CATEGORY_X\"}\n");
            assertThat(refused(added))
                    .as("only its examples and its entry are missing")
                    .allSatisfy(problem -> assertThat(problem.what())
                            .containsAnyOf("HAR-2.10 lacks", "HAR-2.10 was never introduced"));
            assertThat(FolderEdits.withoutClause(added, "HAR-2.10")).isEqualTo(files);
            var first = FolderEdits.withNewClause(
                    files,
                    new ClauseEntry("HAR-0.1", ClauseSeverity.LOW, true, Optional.empty()),
                    Map.of("en", WORDING));
            assertThat(first.get("policy.yaml")).containsPattern("clauses:\\R {2}HAR-0.1: ");
            assertThat(first.get("en.md")).containsPattern("## Violates\\R\\R### HAR-0.1 ");
            assertThat(FolderEdits.withoutClause(first, "HAR-0.1")).isEqualTo(files);
        }
    }

    @Test
    void a_retired_clause_takes_its_examples_along() {
        var files = FolderEdits.withoutClause(FolderEdits.withVersion(starter("harassment"), NEXT), "HAR-2.2");
        files = FolderEdits.withEntry(
                files,
                new VersionEntryDraft(
                        "gone",
                        ENTRY.effectiveFrom(),
                        ENTRY.penaltyFrom(),
                        ENTRY.contentScope(),
                        "none",
                        List.of(change("HAR-2.2", ChangeKind.RETIRE))));
        var folder = read("harassment", files);
        assertThat(folder.description().clauseIds()).doesNotContain("HAR-2.2");
        assertThat(folder.examples()).extracting(ExampleEntry::clause).doesNotContain("HAR-2.2");
        assertThat(files.get("policy.yaml"))
                .contains("HAR-A1: {clauses: [HAR-2.1, HAR-3.1, HAR-3.2]}", "HAR-A5: {clauses: []}");
    }

    @Test
    void a_place_that_cannot_be_found_is_told() {
        var files = starter("harassment");
        assertThatThrownBy(() -> FolderEdits.withClause(files, "en", "HAR-9.9", WORDING))
                .isInstanceOf(CannotEdit.class)
                .hasMessageStartingWith("en.md:1: there is no section for HAR-9.9");
        assertThatThrownBy(() -> FolderEdits.withClause(files, "ja", "HAR-2.1", WORDING))
                .hasMessageStartingWith("ja.md:1: the file is missing");
        var broken = new TreeMap<>(files);
        broken.put("changes.yaml", "policy: harassment\nversions: [\n");
        assertThatThrownBy(() -> FolderEdits.withEntry(broken, ENTRY))
                .hasMessageStartingWith("changes.yaml:3: not YAML");
    }

    private static ClauseChange change(String clause, ChangeKind kind) {
        return new ClauseChange(clause, kind, Optional.empty(), List.of(), Optional.empty());
    }

    private static List<VersionEntry> entries(Map<String, String> files) {
        var problems = new Problems();
        var yaml = StrictYaml.read("changes.yaml", Canonical.text(files.get("changes.yaml")), 1, problems);
        return ChangesReader.read(new Fields("changes.yaml", yaml.orElseThrow(), problems));
    }

    private static Map<String, String> starter(String slug) {
        return Folders.text(Folders.starter(slug));
    }

    private static PolicyFolder read(String slug, Map<String, String> files) {
        return Folders.read(slug, Folders.bytes(files));
    }

    private static List<FileProblem> refused(Map<String, String> files) {
        return Folders.refused("harassment", Folders.bytes(files));
    }

    private static Map<String, String> each(Map<String, String> files, UnaryOperator<String> change) {
        var changed = new TreeMap<>(files);
        changed.replaceAll((name, source) -> change.apply(source));
        return changed;
    }

    private static Map<String, String> without(Map<String, String> files, String name) {
        var rest = new TreeMap<>(files);
        rest.remove(name);
        return rest;
    }

    private static String section(String text, String from, String to) {
        return text.substring(text.indexOf(from), text.indexOf(to));
    }

    private static Map<String, String> hashes(Map<String, String> files) {
        return read("harassment", files).canonicalText().clauses().stream()
                .collect(Collectors.toMap(PolicyText.Passage::id, PolicyText.Passage::hash));
    }
}
