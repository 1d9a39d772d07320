package org.conjoint.policy.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.conjoint.policy.files.Folders.changed;
import static org.conjoint.policy.files.Folders.overlaid;
import static org.conjoint.policy.files.Folders.read;
import static org.conjoint.policy.files.Folders.refused;
import static org.conjoint.policy.files.Folders.starter;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {

    @Test
    void an_overlay_has_its_legal_ground_and_its_clauses_in_each_locale() {
        var folder = read("harassment", overlaid());
        assertThat(folder.jurisdictions()).containsExactly("AT");
        assertThat(folder.legalGround("AT"))
                .contains("Section 283 of the Criminal Code (incitement to hatred) and the Prohibition Act 1947.");
        assertThat(folder.overlays()).extracting(PolicyOverlay::locale).containsExactly("en", "de");
        assertThat(folder.overlays())
                .allSatisfy(overlay -> assertThat(overlay.clauseIds()).containsExactly("HAR-3.1"));
        assertThat(folder.overlays().getLast().sourceHash())
                .contains(folder.overlays().getFirst().bodyHash());
        assertThat(folder.documents()).containsKeys("overlay.at.md", "overlay.at.de.md");
        assertThat(folder.contentHash())
                .isNotEqualTo(read("harassment", starter("harassment")).contentHash());
    }

    @Test
    void in_the_jurisdiction_the_replaced_clause_alone_reads_otherwise() {
        var folder = read("harassment", overlaid());
        var austria = folder.inJurisdiction("AT");
        assertThat(austria.description().jurisdiction()).isEqualTo("AT");
        assertThat(austria.contentHash()).isEqualTo(folder.contentHash());
        assertThat(austria.texts()).extracting(PolicyText::locale).containsExactly("en", "de");
        for (var text : austria.texts()) {
            var own = hashes(folder.text(text.locale()).orElseThrow());
            assertThat(hashes(text).entrySet().stream()
                            .filter(clause -> !own.get(clause.getKey()).equals(clause.getValue()))
                            .map(Map.Entry::getKey))
                    .containsExactly("HAR-3.1");
            assertThat(hashes(text).keySet()).isEqualTo(own.keySet());
            assertThat(austria.textHash(text.locale())).isNotEqualTo(folder.textHash(text.locale()));
        }
        assertThat(austria.texts().getLast().sourceHash())
                .as("both halves of the translation are up to date")
                .contains(austria.canonicalText().bodyHash());
        assertThat(folder.inJurisdiction("global")).isSameAs(folder);
        assertThatThrownBy(() -> folder.inJurisdiction("DE")).hasMessage("There is no overlay for DE");
    }

    @Test
    void a_translation_is_out_of_date_when_either_half_is() {
        for (var file : new String[] {"en.md", "overlay.at.md"}) {
            var austria = read("harassment", changed(overlaid(), file, "> Does the post", "> Does this post"))
                    .inJurisdiction("AT");
            assertThat(austria.texts().getLast().sourceHash())
                    .isPresent()
                    .isNotEqualTo(Optional.of(austria.canonicalText().bodyHash()));
        }
    }

    @Test
    void a_jurisdiction_is_served_in_the_locales_of_its_overlay_alone() {
        var files = new TreeMap<>(overlaid());
        files.remove("overlay.at.de.md");
        var austria = read("harassment", files).inJurisdiction("AT");
        assertThat(austria.texts()).extracting(PolicyText::locale).containsExactly("en");
        assertThat(austria.description().locales()).containsExactly("en");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            overlay.at.md    | jurisdiction: AT => jurisdiction: DE          | overlay.at.md:4: jurisdiction is “DE”; write jurisdiction: AT
            overlay.at.md    | locale: en => locale: fr                      | overlay.at.md:5: locale is “fr”
            overlay.at.md    | kind: overlay => kind: canonical              | overlay.at.md:6: kind is “canonical”
            overlay.at.md    | version: 1.0.0 => version: 1.0.1              | overlay.at.md:3: version is “1.0.1”
            overlay.at.md    | kind: overlay => kind: overlay\\ncourt: x     | overlay.at.md:7: there is no field “court” here
            overlay.at.md    | legal_ground: > => legal_ground: ""\\nnote: > | overlay.at.md:7: legal_ground is not a text
            overlay.at.md    | and the Prohibition => LONG and the           | overlay.at.md:7: the legal ground has
            overlay.at.md    | ## Violates => ## Allowed                     | overlay.at.md:14: the section “Allowed” stands where “Violates” belongs
            overlay.at.md    | ### HAR-3.1 => ### HAR-9.9                    | overlay.at.md:16: there is no clause HAR-9.9; replace one of policy.yaml
            overlay.at.md    | > Does => Does                                | overlay.at.md:16: there are 0 questions
            overlay.at.md    | The post calls => <b>The</b> post calls       | overlay.at.md:18: raw HTML is not allowed here
            overlay.at.md    | > Does the post say that people are worth less, or that those crimes were none? => > Is it so?\\n\\n## Allowed | overlay.at.md:22: this heading has no place
            overlay.at.md    | > Does the post say that people are worth less, or that those crimes were none? => > Is it so?\\n\\n### HAR-1.1 A\\n\\nText.\\n\\n> So? | overlay.at.md:22: HAR-1.1 stands behind a later clause
            overlay.at.md    | > Does the post say that people are worth less, or that those crimes were none? => > Is it so?\\n\\n### HAR-3.1 A\\n\\nText.\\n\\n> So? | overlay.at.md:22: HAR-3.1 stands here twice
            overlay.at.de.md | ### HAR-3.1 => ### HAR-3.2                    | overlay.at.de.md:17: the ids here are [HAR-3.2], and in overlay.at.md [HAR-3.1]
            overlay.at.de.md | source_hash: "sha256: => source_hash: "md5:   | overlay.at.de.md:10: “md5:
            policy.yaml      | jurisdiction: global => jurisdiction: DE      | overlay.at.md:1: the policy holds in DE alone, and AT is no part of it
            """)
    void a_wrong_overlay_is_refused_with_its_line(String file, String change, String problem) {
        var sides = change.replace("\\n", "\n")
                .replace("LONG", "very long ".repeat(40))
                .split(" => ", 2);
        assertThat(refused("harassment", changed(overlaid(), file, sides[0], sides[1])))
                .anySatisfy(told -> assertThat(told.toString()).contains(problem));
    }

    @Test
    void an_overlay_without_a_clause_is_refused() {
        var files = overlaid();
        var text = new String(files.get("overlay.at.md"), StandardCharsets.UTF_8);
        files.put("overlay.at.md", text.substring(0, text.indexOf("###")).getBytes(StandardCharsets.UTF_8));
        assertThat(refused("harassment", files))
                .anySatisfy(told -> assertThat(told.toString()).startsWith("overlay.at.md:14: it replaces no clause"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            overlay.zz.md     | ZZ is not a country of ISO 3166
            overlay.AT.md     | the file has no place in a policy
            overlay.at.fr.md  | the policy has no translation into “fr”
            overlay.at.en.md  | the policy has no translation into “en”
            overlay.de.de.md  | there is no overlay.de.md that it translates
            overlay.md        | the file has no place in a policy
            overlay.at.x.y.md | the file has no place in a policy
            """)
    void an_overlay_under_a_wrong_name_is_refused(String name, String problem) {
        var files = overlaid();
        files.put(name, files.get(name.split("\\.").length > 3 ? "overlay.at.de.md" : "overlay.at.md"));
        assertThat(refused("harassment", files))
                .filteredOn(told -> told.file().equals(name))
                .anySatisfy(told -> assertThat(told.what()).contains(problem));
    }

    @Test
    void a_part_of_a_country_may_have_an_overlay_of_its_own() {
        var files = changed(overlaid(), "policy.yaml", "jurisdiction: global", "jurisdiction: DE");
        files.remove("overlay.at.de.md");
        var bavaria = changed(files, "overlay.at.md", "jurisdiction: AT", "jurisdiction: DE-BY");
        bavaria.put("overlay.de-by.md", bavaria.remove("overlay.at.md"));
        assertThat(read("harassment", bavaria).jurisdictions()).containsExactly("DE-BY");
    }

    @Test
    void edits_reach_overlays() {
        var files = Folders.text(overlaid());
        var next = FolderEdits.withVersion(files, new VersionNumber(1, 0, 1));
        for (var name : new String[] {"overlay.at.md", "overlay.at.de.md"}) {
            assertThat(next.get(name)).isEqualTo(files.get(name).replaceFirst("version: 1.0.0", "version: 1.0.1"));
        }
        var reworded = FolderEdits.withOverlayClause(
                files, "overlay.at.md", "HAR-3.1", new FolderEdits.Wording("Attack", "Text.", "So?"));
        assertThat(read("harassment", Folders.bytes(reworded))
                        .overlays()
                        .getFirst()
                        .clauses())
                .extracting(PolicyText.Passage::title, PolicyText.Passage::test)
                .containsExactly(tuple("Attack", "So?"));
    }

    private static Map<String, String> hashes(PolicyText text) {
        return text.clauses().stream().collect(Collectors.toMap(PolicyText.Passage::id, PolicyText.Passage::hash));
    }
}
