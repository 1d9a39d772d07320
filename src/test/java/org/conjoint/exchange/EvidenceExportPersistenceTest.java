package org.conjoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostData;
import org.conjoint.content.Posts;
import org.conjoint.evidence.Alignment;
import org.conjoint.evidence.Entity;
import org.conjoint.evidence.Evidence;
import org.conjoint.evidence.Interval;
import org.conjoint.evidence.Link;
import org.conjoint.evidence.Region;
import org.conjoint.evidence.Shape;
import org.conjoint.evidence.Span;
import org.conjoint.evidence.TextKind;
import org.conjoint.exchange.format.Json;
import org.conjoint.meaning.Contradiction;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Knowledge;
import org.conjoint.meaning.KnowledgeHad;
import org.conjoint.meaning.Pair;
import org.conjoint.meaning.PairAnswer;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.meaning.Relation;
import org.conjoint.meaning.StatedRelation;
import org.conjoint.meaning.TargetKind;
import org.conjoint.media.DerivativeKind;
import org.conjoint.media.Media;
import org.conjoint.media.MediaLibrary;
import org.conjoint.media.Synthetic;
import org.conjoint.moderation.Attention;
import org.conjoint.moderation.RatingTask;
import org.conjoint.moderation.RatingTasks;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.moderation.VerdictOutcome;
import org.conjoint.moderation.VerdictSubmission;
import org.conjoint.moderation.Verdicts;
import org.conjoint.policy.Policies;
import org.conjoint.testing.Forms;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.work.Protocol;
import org.conjoint.work.QueueData;
import org.conjoint.work.Queues;
import org.conjoint.work.Subject;
import org.conjoint.work.SubjectKind;
import org.conjoint.work.TaskKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a rater pointed at goes in by the service and comes out by the export, at the same places. */
@PersistenceTest
class EvidenceExportPersistenceTest {

    private static final String CAPTION = "👨🏻‍🚒 holds a 🔪 knife\r\nسلام, no fire \uD83D\uDD25 here";
    private static final List<String> QUOTES = List.of("knife\r\nسلام", "👨🏻‍🚒", "🔥");

    @TempDir
    Path folder;

    @Autowired
    Accounts accounts;

    @Autowired
    MediaLibrary library;

    @Autowired
    Posts posts;

    @Autowired
    Queues queues;

    @Autowired
    RatingTasks tasks;

    @Autowired
    Verdicts verdicts;

    @Autowired
    VerdictExport export;

    private final String queue = "evidence " + UUID.randomUUID();
    private ExportResult result;
    private JsonNode row;
    private List<JsonNode> annotations;

    @BeforeEach
    void judge() throws IOException {
        var image = take(Synthetic.image("png", 80, 60, System.nanoTime()));
        var sound = take(Synthetic.tone(300 + (int) (System.nanoTime() % 1000), 8000, 1, 2000));
        var id = accounts.runAsSystem(() -> {
            var post = posts.put(PostData.of("evidence/" + UUID.randomUUID())
                    .withSource("a source")
                    .withCaption(CAPTION)
                    .withMedia(image.id(), sound.id(), null));
            var made = queues.create(new QueueData(
                    queue,
                    TaskKind.VERDICT,
                    "harassment",
                    Policies.GLOBAL,
                    "en",
                    Protocol.WHOLE_ONLY,
                    1,
                    Role.RATER,
                    30,
                    0));
            queues.add(made, List.of(new Subject(SubjectKind.POST, post.id().value(), post.revision())));
            return made;
        });
        var rater = People.person(accounts, Role.RATER);
        var outcome = accounts.runAs(rater, () -> {
            var task = (RatingTask.Judge) tasks.next(id);
            return verdicts.submit(new VerdictSubmission(
                    UUID.randomUUID(),
                    task.lease().id(),
                    task.lease().policyVersion(),
                    form(image, sound),
                    Attention.of(4200)));
        });
        assertThat(outcome).isInstanceOf(VerdictOutcome.Stored.class);
        result = accounts.runAsSystem(this::write);
        row = lines("verdicts.jsonl").getFirst();
        annotations = lines("annotations.jsonl");
    }

    @Test
    void offsets_of_spans_slice_the_caption_in_utf16_units_and_in_code_points() {
        var caption = row.at("/post/caption").asString();
        assertThat(caption).isEqualTo(CAPTION);
        var points = caption.codePoints().toArray();
        for (var i = 0; i < QUOTES.size(); i++) {
            var span = row.at("/evidence/links/0/targets/" + i);
            assertThat(caption.substring(
                            span.at("/start").asInt(), span.at("/end").asInt()))
                    .isEqualTo(QUOTES.get(i))
                    .isEqualTo(span.at("/quote").asString());
            var start = span.at("/start_code_point").asInt();
            var count = span.at("/end_code_point").asInt() - start;
            assertThat(new String(points, start, count)).isEqualTo(QUOTES.get(i));
            assertThat(start).isLessThanOrEqualTo(span.at("/start").asInt());
        }
        assertThat(row.at("/evidence/links/0/targets/2/start").asInt())
                .as("characters beyond the basic plane stand before it")
                .isGreaterThan(
                        row.at("/evidence/links/0/targets/2/start_code_point").asInt());
    }

    @Test
    void the_row_follows_the_schema_with_every_field_that_evidence_and_background_have() throws IOException {
        assertThat(SchemaTest.schema("export-verdict.schema.json").validate(row))
                .isEmpty();
        assertThat(row.at("/target_kind").asString()).isEqualTo("private_person");
        assertThat(row.at("/knowledge_needed/0").asString()).isEqualTo("language");
        assertThat(row.at("/knowledge_had").asString()).isEqualTo("partly");
        assertThat(row.at("/second_reading").asString()).isEqualTo("nothing but a cook is at work");
        assertThat(row.at("/note_to_author").asString()).isEqualTo("Is a tool a weapon?");
        assertThat(row.at("/evidence/links/0/times/0").asString()).isEqualTo("before");
    }

    @Test
    void the_link_is_one_annotation_whose_positions_count_code_points() {
        assertThat(annotations).hasSize(1);
        var annotation = annotations.getFirst();
        assertThat(annotation.at("/type").asString()).isEqualTo("Annotation");
        assertThat(annotation.at("/id").asString())
                .isEqualTo(
                        "urn:conjoint:verdict:%d:1:L1".formatted(row.at("/id").asLong()));
        assertThat(annotation.at("/creator/id").asString())
                .isEqualTo("urn:conjoint:rater:" + row.at("/rater").asString());
        assertThat(annotation.at("/body/0/conjoint:relation").asString()).isEqualTo("contradicts");
        assertThat(annotation.at("/target/0/source").asString())
                .startsWith("urn:conjoint:post:a%20source:evidence%2F")
                .endsWith(":1#caption");
        var points = CAPTION.codePoints().toArray();
        for (var i = 0; i < QUOTES.size(); i++) {
            var selector = annotation.at("/target/%d/selector".formatted(i));
            assertThat(selector.at("/0/exact").asString()).isEqualTo(QUOTES.get(i));
            var start = selector.at("/1/start").asInt();
            assertThat(new String(points, start, selector.at("/1/end").asInt() - start))
                    .isEqualTo(QUOTES.get(i));
        }
        assertThat(annotation.at("/target/3/selector/0/value").asString()).isEqualTo("xywh=pixel:40,15,20,30");
        assertThat(annotation.at("/target/4/selector/value").asString()).isEqualTo("t=0.250,0.500");
    }

    @Test
    void the_manifest_counts_the_rows_of_each_file() {
        assertThat(result.manifest().files())
                .extracting(ExportManifest.File::name, ExportManifest.File::rows)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("verdicts.jsonl", 1L),
                        org.assertj.core.groups.Tuple.tuple("annotations.jsonl", 1L));
    }

    private static VerdictForm form(Media image, Media sound) {
        return Forms.benign().toBuilder()
                .grade(Part.IMAGE, PartGrade.NONE)
                .grade(Part.AUDIO, PartGrade.NONE)
                .joint(JointGrade.VIOLATING)
                .jointClauses(Set.of(Forms.CLAUSE))
                .principal(Forms.CLAUSE)
                .reading("he is the one who sets the fires")
                .pairs(Map.of(
                        Pair.IMAGE_CAPTION, PairAnswer.YES,
                        Pair.CAPTION_AUDIO, PairAnswer.NO,
                        Pair.IMAGE_AUDIO, PairAnswer.NO))
                .targetKind(TargetKind.PRIVATE_PERSON)
                .knowledgeNeeded(Set.of(Knowledge.LANGUAGE))
                .knowledgeHad(KnowledgeHad.PARTLY)
                .secondReading("nothing but a cook is at work")
                .noteToAuthor("Is a tool a weapon?")
                .evidence(evidence(image, sound))
                .build();
    }

    private static Evidence evidence(Media image, Media sound) {
        var proxy = sound.derivative(DerivativeKind.AUDIO).orElseThrow().contentSha256();
        assertThat(proxy).isNotNull();
        var link = new Link(
                "L1",
                new StatedRelation(Relation.CONTRADICTS, Contradiction.FACT),
                List.of(
                        span(QUOTES.get(0), null),
                        span(QUOTES.get(1), "E1"),
                        span(QUOTES.get(2), null),
                        new Region(
                                new Shape.Rectangle(.5, .25, .25, .5),
                                image.id().sha256(),
                                80,
                                60,
                                null,
                                "E1"),
                        new Interval(250, 500, proxy, null, null),
                        new Interval(900, 1200, proxy, "fire", null)),
                Alignment.AT_MOMENT,
                "both at once");
        return new Evidence(List.of(new Entity("E1", "the fireman")), List.of(link), List.of());
    }

    private static Span span(String quote, String entity) {
        var start = CAPTION.indexOf(quote);
        return Span.of(TextKind.CAPTION, CAPTION, start, start + quote.length(), entity);
    }

    private Media take(byte[] bytes) {
        return accounts.runAsSystem(() -> {
            try {
                return library.take(new ByteArrayInputStream(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private ExportResult write() {
        try {
            return export.write(folder.resolve("out"), new ExportFilter(queue), written -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JsonNode> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file)).stream()
                .map(Json.MAPPER::readTree)
                .toList();
    }
}
