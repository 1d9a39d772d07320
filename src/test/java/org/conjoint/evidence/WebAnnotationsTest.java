package org.conjoint.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.conjoint.meaning.Contradiction;
import org.conjoint.meaning.Relation;
import org.conjoint.meaning.StatedRelation;
import org.junit.jupiter.api.Test;

class WebAnnotationsTest {

    private static final String CAPTION = "A man holds a 🔪 knife while a siren wails.";
    private static final Link LINK = new Link(
            "L1",
            new StatedRelation(Relation.CONTRADICTS, Contradiction.IRONY),
            List.of(
                    Span.of(TextKind.CAPTION, CAPTION, 31, 42, null),
                    new Region(new Shape.Rectangle(.5, .25, .25, .5), "aa", 800, 600, null, "A"),
                    new Region(
                            new Shape.Polygon(
                                    List.of(new Shape.Point(0, 0), new Shape.Point(.5, 0), new Shape.Point(0, .5))),
                            "aa",
                            800,
                            600,
                            1500L,
                            null),
                    new Interval(3200, 5905, "bb", null, null)),
            Alignment.AT_MOMENT,
            "note");
    private static final Evidence EVIDENCE = new Evidence(List.of(new Entity("A", "car")), List.of(LINK), List.of());

    private final tools.jackson.databind.JsonNode annotation = WebAnnotations.write(
            LINK,
            EVIDENCE,
            new WebAnnotations.About(
                    "urn:conjoint:verdict:7:1:L1",
                    "urn:conjoint:post:3:1",
                    Map.of(TextKind.CAPTION, CAPTION),
                    "r-0123456789",
                    "2026-11-21T10:00:00Z"));

    @Test
    void aJointBodySaysThatTheTargetsBelongTogether() {
        assertThat(annotation.at("/body/0/type").asString()).isEqualTo("conjoint:Joint");
        assertThat(annotation.at("/body/0/conjoint:relation").asString()).isEqualTo("contradicts");
        assertThat(annotation.at("/body/0/conjoint:contradiction").asString()).isEqualTo("irony");
        assertThat(annotation.at("/body/1/value").asString()).isEqualTo("note");
    }

    @Test
    void positionsInTextCountCodePoints() {
        assertThat(annotation.at("/target/0/selector/0/exact").asString()).isEqualTo("siren wails");
        assertThat(annotation.at("/target/0/selector/1/start").asInt()).isEqualTo(30);
        assertThat(annotation.at("/target/0/selector/1/end").asInt()).isEqualTo(41);
    }

    @Test
    void placesAreMediaFragmentsInPixelsAndOutlinesAreSvg() {
        assertThat(annotation.at("/target/1/selector/0/value").asString()).isEqualTo("xywh=pixel:400,150,200,300");
        assertThat(annotation.at("/target/1/conjoint:entity/label").asString()).isEqualTo("car");
        assertThat(annotation.at("/target/2/selector/0/value").asString()).isEqualTo("t=1.500&xywh=pixel:0,0,400,300");
        assertThat(annotation.at("/target/2/selector/1/value").asString())
                .contains("<polygon points=\"0.00,0.00 400.00,0.00 0.00,300.00\"/>");
    }

    @Test
    void timesAreSeconds() {
        assertThat(annotation.at("/target/3/selector/value").asString()).isEqualTo("t=3.200,5.905");
        assertThat(annotation.at("/target/3/source").asString()).isEqualTo("urn:sha256:bb");
    }
}
