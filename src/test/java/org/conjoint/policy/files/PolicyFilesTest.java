package org.conjoint.policy.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.policy.files.Folders.read;
import static org.conjoint.policy.files.Folders.refused;
import static org.conjoint.policy.files.Folders.starter;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"harassment", "threats", "self-harm", "scams", "misleading-media", "adult"})
    void every_starter_policy_is_right_and_its_translation_is_up_to_date(String slug) {
        var folder = read(slug, starter(slug));
        assertThat(folder.texts()).extracting(PolicyText::locale).containsExactly("en", "de");
        assertThat(folder.texts().getLast().sourceHash())
                .contains(folder.canonicalText().bodyHash());
        assertThat(folder.description().clauses()).hasSizeBetween(5, 8);
    }

    @Test
    void a_clause_has_title_text_question_and_hash() {
        var clause = read("harassment", starter("harassment"))
                .canonicalText()
                .clause("HAR-2.1")
                .orElseThrow();
        assertThat(clause.title()).isEqualTo("Degrading a private person");
        assertThat(clause.test())
                .isEqualTo("Would people who know this private person see who is meant, and read contempt?");
        assertThat(clause.markdown())
                .startsWith("The post makes a private person")
                .doesNotContain(">", "###");
        assertThat(clause.hash()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            policy.yaml   | owner: Trust and safety => owner: Trust and safety\\nowner: Me          | policy.yaml:6: “owner” is given twice
            policy.yaml   | canonical_locale: en => canonical_locale: no\\nfoo: 1                  | policy.yaml:7: there is no field “foo” here
            policy.yaml   | format: 1 => format: 2                                                | policy.yaml:1: the format is not 1
            policy.yaml   | owner: Trust and safety => owner: &a Trust                            | policy.yaml:5: it uses an anchor or an alias
            policy.yaml   | owner: Trust and safety => owner: !!java.net.URL [x]                  | policy.yaml:5: it uses a tag
            policy.yaml   | owner: Trust and safety => owner: "a\\0b"                             | policy.yaml:5: it has a character that cannot be seen
            policy.yaml   | owner: Trust and safety => owner: [                                   | not YAML
            policy.yaml   | version: 1.0.0 => version: 1.0                                        | policy.yaml:4: version is not a text
            policy.yaml   | severity: high, context_can_defuse: true => severity: high, context_can_defuse: no | context_can_defuse is neither true nor false
            policy.yaml   | severity: high => severity: grave                                     | “grave” is not a severity
            policy.yaml   | HAR-A1: {clauses: [HAR-2.1 => HAR-A1: {clauses: [HAR-9.9              | HAR-A1 exempts from HAR-9.9, which does not exist
            en.md         | ## Terms => <b>raw</b>\\n\\n## Terms                                  | en.md:17: raw HTML is not allowed here
            en.md         | ## Terms => [x](javascript:alert(1))\\n\\n## Terms                    | en.md:17: a link is not allowed here
            en.md         | ## Terms => ![x](http://a/b.png)\\n\\n## Terms                        | en.md:17: an image is not allowed here
            en.md         | ## Terms => ## Words                                                  | en.md:17: the section “Words” stands where “Terms” belongs
            en.md         | locale: en => locale: de                                              | en.md:4: locale is “de”
            en.md         | ### HAR-1.1 Calling => ### HAR-1.7 Calling                            | the ids here are
            en.md         | > Does the post try => Does the post try                              | there are 0 questions
            en.md         | > Does the post try to make other people turn on a recognisable person? => > No. | the line with > is not a question
            en.md         | - HAR-E02: A receipt => - HAR-E99: A receipt                          | there is no example HAR-E99
            de.md         | kind: translation => kind: canonical                                  | de.md:5: kind is “canonical”
            changes.yaml  | penalty_from: "2026-01-01 => penalty_from: "2025-01-01                | changes.yaml:6: penalties begin before the version does
            changes.yaml  | HAR-4.1: {kind: initial} => HAR-4.1: {kind: tighten}                  | changes.yaml:15: HAR-4.1 has no earlier version that could change
            changes.yaml  | HAR-4.1: {kind: initial} => HAR-4.1: {kind: scope}                    | changes.yaml:15: a clause has a direction when, and only when, its scope changes; add direction
            changes.yaml  | HAR-4.1: {kind: initial} => HAR-4.1: {kind: initial, direction: widen} | changes.yaml:15: a clause has a direction when, and only when, its scope changes; remove direction
            changes.yaml  | HAR-4.1: {kind: initial} => HAR-4.1: {kind: scope, direction: back}   | changes.yaml:15: “back” is not a direction; use one of widen, narrow
            changes.yaml  | effective_from: "2026-01-01T00:00:00Z" => effective_from: "2026-01-01" | changes.yaml:5: “2026-01-01” is not an instant with its zone
            examples.yaml | composition: additive => composition: emergent                        | examples.yaml:3: HAR-E01: the composition is emergent, but the grades make it additive
            examples.yaml | changed_part: image => changed_part: caption                          | HAR-E06: it differs from HAR-E04 in [IMAGE]
            examples.yaml | image: {shows: "A bunch of lavender in the grass"} => image: {shows: "A skunk in the grass, tail raised"} | HAR-E06: it differs from HAR-E04 in nothing
            examples.yaml | principal: HAR-2.1 => principal: HAR-3.1                              | HAR-E04: the principal clause is not one that the whole cites
            examples.yaml | clauses: {joint: [HAR-2.1]} => clauses: {}                            | HAR-E04: the whole is graded above none, but cites no clause
            examples.yaml | clause: HAR-4.1 => clause: HAR-3.2                                    | HAR-4.1 lacks
            """)
    void a_wrong_file_is_refused_with_its_line(String file, String change, String problem) {
        var sides = change.replace("\\n", "\n").split(" => ", 2);
        assertThat(refused("harassment", Folders.changed(starter("harassment"), file, sides[0], sides[1])))
                .anySatisfy(told -> assertThat(told.toString()).contains(problem));
    }

    @Test
    void all_problems_of_a_folder_are_told_at_once() {
        var files = Folders.changed(starter("harassment"), "en.md", "## Terms", "<i>x</i>\n\n## Terms");
        files = Folders.changed(files, "examples.yaml", "composition: additive", "composition: emergent");
        files = Folders.changed(files, "changes.yaml", "rereview: none", "rereview: none\n    colour: red");
        assertThat(refused("harassment", files))
                .extracting(FileProblem::file)
                .contains("en.md", "examples.yaml", "changes.yaml");
    }

    @Test
    void a_post_that_is_taught_cannot_be_gold_too() {
        var copy = """
              - id: HAR-E19
                clause: HAR-2.1
                purpose: gold
                valid_from: 1.0.0
                post:
                  language: en
                  image: {shows: "A skunk in the grass, tail raised"}
                  caption: "love the way you smell today, Dana"
                grades: {image: none, caption: none, audio: absent, joint: violating}
                clauses: {joint: [HAR-2.1]}
                principal: HAR-2.1
                composition: emergent
                reading: "Dana stinks, and everyone may laugh"
                rationale: "The same post again."
            """;
        var files = starter("harassment");
        var text = new String(files.get("examples.yaml"), StandardCharsets.UTF_8);
        files.put("examples.yaml", (text + copy.indent(-2).indent(2)).getBytes(StandardCharsets.UTF_8));
        assertThat(refused("harassment", files))
                .anySatisfy(
                        problem -> assertThat(problem.what()).contains("HAR-E19: the same post is gold and taught"));
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused_with_their_line() {
        var files = starter("harassment");
        files.put("changes.yaml", new byte[] {'a', ':', '1', '\n', (byte) 0xC3, (byte) 0x28});
        assertThat(refused("harassment", files))
                .anySatisfy(problem -> assertThat(problem.toString())
                        .startsWith("changes.yaml:2: the bytes after here are not UTF-8"));
    }

    @Test
    void a_file_that_is_too_large_is_refused_unread() {
        var files = starter("harassment");
        files.put("en.md", new byte[SourceFile.MOST_BYTES + 1]);
        assertThat(refused("harassment", files))
                .anySatisfy(problem -> assertThat(problem.what()).contains("262,145 bytes"));
    }

    @Test
    void deep_and_wide_yaml_is_refused_without_exhausting_the_machine() {
        for (var bomb : new String[] {
            "a: " + "[".repeat(100_000), "a: [" + "1,".repeat(100_000) + "]", "a: " + "{a: ".repeat(50_000)
        }) {
            var files = starter("harassment");
            files.put(
                    "policy.yaml",
                    bomb.replace(",", ",\n").replace("[[", "[\n[").getBytes(StandardCharsets.UTF_8));
            assertThat(refused("harassment", files)).isNotEmpty();
        }
    }

    @Test
    void deep_markdown_is_refused_without_exhausting_the_machine() {
        for (var bomb : new String[] {"> ".repeat(1_900), "**a".repeat(1_300), "[".repeat(3_900), "- ".repeat(1_900)}) {
            var files = Folders.changed(starter("harassment"), "en.md", "## Terms", bomb + "\n\n## Terms");
            assertThat(PolicyFiles.read("harassment", files)).isNotNull();
        }
    }

    @Test
    void a_file_that_has_no_place_in_a_policy_is_refused() {
        var files = starter("harassment");
        files.put("../evil.sh", new byte[0]);
        assertThat(refused("harassment", files))
                .anySatisfy(problem -> assertThat(problem.what()).contains("no place in a policy"));
        assertThat(refused("harassment", Map.of()))
                .extracting(FileProblem::file)
                .contains("policy.yaml", "examples.yaml", "changes.yaml");
    }
}
