package org.conjoint.policy.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.conjoint.policy.files.Folders.read;
import static org.conjoint.policy.files.Folders.starter;

import java.util.List;
import org.conjoint.meaning.Part;
import org.conjoint.policy.files.ExampleEntry.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PolicyPromptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"harassment", "threats", "self-harm", "scams", "misleading-media", "adult", "image-caption-match"
            })
    void every_starter_policy_is_a_prompt_of_the_documented_sections(String slug) {
        var folder = read(slug, starter(slug));
        for (var text : folder.texts()) {
            var prompt = PolicyPrompt.of(folder, text.locale());
            assertThat(prompt.lines().filter(line -> line.startsWith("## ")).toList())
                    .filteredOn(line -> !line.equals("## READING THE PARTS TOGETHER"))
                    .containsExactly(
                            "## INSTRUCTIONS", "## DEFINITIONS", "## VIOLATES", "## SAFE", "## ANSWER", "## EXAMPLES");
            assertThat(prompt)
                    .contains("SHA-256 " + text.textHash(), text.terms().strip());
            assertThat(text.clauses())
                    .allSatisfy(clause -> assertThat(prompt)
                            .contains(
                                    "### " + clause.id() + " " + clause.title(),
                                    clause.markdown().strip(),
                                    "Question: " + clause.test()));
            assertThat(text.exemptions())
                    .allSatisfy(exemption ->
                            assertThat(prompt).contains(exemption.markdown().strip()));
            text.together().ifPresent(together -> assertThat(prompt).contains(together.strip()));
            assertThat(PolicyPrompt.of(read(slug, starter(slug)), text.locale()))
                    .isEqualTo(prompt);
        }
    }

    @Test
    void each_example_has_the_answer_that_is_wanted_as_json() {
        var folder = read("harassment", starter("harassment"));
        var answers = PolicyPrompt.of(folder, "en")
                .lines()
                .filter(line -> line.startsWith("Answer: "))
                .toList();
        assertThat(answers).hasSize(folder.examples().size());
        for (var i = 0; i < answers.size(); i++) {
            var example = folder.examples().get(i);
            var answer = JsonMapper.shared().readTree(answers.get(i).replaceAll("^Answer: `|`$", ""));
            assertThat(answer.at("/grades/joint").asString())
                    .isEqualTo(example.joint().code());
            assertThat(answer.at("/grades/audio").asString())
                    .isEqualTo(example.grades().get(Part.AUDIO).code());
            assertThat(answer.at("/clauses")
                            .valueStream()
                            .map(id -> id.asString())
                            .toList())
                    .isEqualTo(example.jointCited());
            assertThat(answer.at("/principal").asString(""))
                    .isEqualTo(example.principal().orElse(""));
            assertThat(answer.at("/composition").asString())
                    .isEqualTo(example.composition().code());
            assertThat(answer.at("/reading").asString()).isEqualTo(example.reading());
        }
    }

    @Test
    void gold_examples_are_never_in_a_prompt() {
        var files = Folders.text(starter("harassment"));
        var gold = """
                  - id: HAR-E19
                    clause: HAR-2.1
                    purpose: gold
                    valid_from: 1.0.0
                    post:
                      language: en
                      image: {shows: "A pile of rubbish bags"}
                      caption: "found your twin, Robin"
                    grades: {image: none, caption: none, audio: absent, joint: violating}
                    clauses: {joint: [HAR-2.1]}
                    principal: HAR-2.1
                    composition: emergent
                    reading: "Robin is rubbish, and all may laugh"
                    rationale: "Only together do they degrade."
                """;
        files.merge("examples.yaml", gold, String::concat);
        files.merge("en.md", "- HAR-E19: Rubbish bags.\n", String::concat);
        files.computeIfPresent(
                "de.md", (name, text) -> text.replace("\n\n## Kulturelle", "\n- HAR-E19: Müllsäcke.\n\n## Kulturelle"));
        var folder = read("harassment", Folders.bytes(files));
        assertThat(folder.examples()).anyMatch(example -> example.purpose() == Purpose.GOLD);
        for (var locale : List.of("en", "de")) {
            assertThat(PolicyPrompt.of(folder, locale)).doesNotContain("HAR-E19", "Robin", "ubbish bags", "Müllsäcke");
        }
    }

    @Test
    void a_jurisdiction_has_a_prompt_of_its_own() {
        var folder = read("harassment", Folders.overlaid());
        assertThat(PolicyPrompt.of(folder.inJurisdiction("AT"), "en"))
                .contains("jurisdiction AT", "plays down the crimes of National Socialism");
        assertThat(PolicyPrompt.of(folder, "en")).doesNotContain("National Socialism");
    }

    @Test
    void a_missing_locale_is_told() {
        assertThatThrownBy(() -> PolicyPrompt.of(read("harassment", starter("harassment")), "fr"))
                .hasMessage("harassment has no text in “fr”; there are en, de");
    }
}
