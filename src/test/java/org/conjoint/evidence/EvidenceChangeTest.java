package org.conjoint.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceChangeTest {

    private static final String CAPTION = "Love the way you smell today, Dana 💐";
    private static final Sources SOURCES = new Sources(
            Map.of(TextKind.CAPTION, CAPTION), new Sources.Picture("aa", 800, 600, 0), new Sources.Sound("bb", 14_200));
    private static final String LINK = """
            {"put":[{"id":"L1","relation":"contradicts:irony","alignment":"at_moment","targets":[
              {"kind":"span","text":"caption","start":5,"end":27,"quote":"the way you smell toda"},
              {"kind":"region","box":[0.5,0.4,0.2,0.3],"entity":"A"},
              {"kind":"interval","start":3200,"end":5900,"words":"people laughing"}]}],
             "drop":[],"entities":[{"id":"A","name":"skunk"}]}""";

    @Test
    void whatATargetLiesInIsFilledInByTheServer() {
        var after = EvidenceChange.apply(Evidence.NONE, LINK, SOURCES);

        var targets = after.links().getFirst().targets();
        assertThat(targets.get(0)).isEqualTo(Span.of(TextKind.CAPTION, CAPTION, 5, 27, null));
        assertThat(targets.get(1))
                .isEqualTo(new Region(new Shape.Rectangle(.5, .4, .2, .3), "aa", 800, 600, null, "A"));
        assertThat(targets.get(2)).isEqualTo(new Interval(3200, 5900, "bb", "people laughing", null));
        assertThat(EvidenceChecks.problems(after, SOURCES)).isEmpty();
    }

    @Test
    void evidenceIsTheSameAfterAWayThroughItsJson() {
        var evidence = EvidenceChange.apply(Evidence.NONE, LINK, SOURCES);

        assertThat(EvidenceJson.read(EvidenceJson.write(evidence).toString())).isEqualTo(evidence);
    }

    @Test
    void aLinkIsReplacedInItsPlaceAndADroppedOneIsGone() {
        var two = EvidenceChange.apply(
                EvidenceChange.apply(Evidence.NONE, LINK, SOURCES),
                "{\"put\":[{\"id\":\"L2\",\"targets\":[{\"kind\":\"interval\",\"start\":0,\"end\":9}]}]}",
                SOURCES);
        var changed = EvidenceChange.apply(
                two,
                "{\"put\":[{\"id\":\"L1\",\"targets\":[{\"kind\":\"interval\",\"start\":1,\"end\":8}]}]}",
                SOURCES);

        assertThat(changed.links()).extracting(Link::id).containsExactly("L1", "L2");
        assertThat(changed.links().getFirst().targets()).hasSize(1);
        assertThat(EvidenceChange.apply(changed, "{\"drop\":[\"L1\"]}", SOURCES).links())
                .extracting(Link::id)
                .containsExactly("L2");
    }

    @Test
    void aQuoteThatDoesNotStandThereIsRefused() {
        assertRefused(
                "{\"kind\":\"span\",\"text\":\"caption\",\"start\":0,\"end\":4,\"quote\":\"Hate\"}",
                "stands “Love”, not “Hate”");
    }

    @Test
    void whatLiesOutsideThePictureOrTheSoundIsRefused() {
        assertRefused("{\"kind\":\"region\",\"box\":[0.9,0.4,0.2,0.3]}", "within the picture");
        assertRefused("{\"kind\":\"region\",\"points\":[[0.1,0.1],[0.2,0.2]]}", "within the picture");
        assertRefused("{\"kind\":\"region\",\"box\":[0.1,0.4,0.2,0.3],\"at\":40}", "at which moment");
        assertRefused("{\"kind\":\"interval\",\"start\":14000,\"end\":14300}", "not a stretch");
        assertRefused("{\"kind\":\"interval\",\"start\":9,\"end\":9}", "not a stretch");
        assertRefused(
                "{\"kind\":\"span\",\"text\":\"transcript\",\"start\":0,\"end\":4,\"quote\":\"x\"}", "no such text");
        assertRefused("{\"kind\":\"planet\"}", "nothing that can be pointed at");
    }

    @Test
    void theEvidenceBeforeARefusedChangeIsUntouched() {
        var before = EvidenceChange.apply(Evidence.NONE, LINK, SOURCES);

        assertThatThrownBy(() -> EvidenceChange.apply(before, "{\"put\":[{\"id\":\"L1\",\"targets\":[]}]}", SOURCES))
                .hasMessageContaining("points at something");
        assertThat(before.links()).hasSize(1);
        assertThatThrownBy(() -> EvidenceChange.apply(before, "not json", SOURCES))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aSpanOfTheTextInThePictureStaysWithItsWordsWhenALineIsAddedBelow() {
        var lines = "{\"image_text\":[{\"text\":\"archive\",\"box\":[0,0,1,0.1]}]}";
        var span =
                "{\"put\":[{\"id\":\"L1\",\"targets\":[{\"kind\":\"span\",\"text\":\"image_text\",\"start\":0,\"end\":7,\"quote\":\"archive\"}]}]}";
        var more =
                "{\"image_text\":[{\"text\":\"archive\",\"box\":[0,0,1,0.1]},{\"text\":\"2011\",\"box\":[0,0.2,1,0.1]}]}";

        var marked = EvidenceChange.apply(EvidenceChange.apply(Evidence.NONE, lines, SOURCES), span, SOURCES);
        var longer = EvidenceChange.apply(marked, more, SOURCES);

        assertThat(longer.writtenInImage()).isEqualTo("archive\n2011");
        assertThat(EvidenceChecks.problems(longer, SOURCES)).isEmpty();
        assertThatThrownBy(() -> EvidenceChange.apply(
                        longer, "{\"image_text\":[{\"text\":\"another\",\"box\":[0,0,1,0.1]}]}", SOURCES))
                .hasMessageContaining("another wording");
    }

    private static void assertRefused(String target, String why) {
        assertThatThrownBy(() -> EvidenceChange.apply(
                        Evidence.NONE, "{\"put\":[{\"id\":\"L1\",\"targets\":[%s]}]}".formatted(target), SOURCES))
                .hasMessageContaining(why);
    }
}
