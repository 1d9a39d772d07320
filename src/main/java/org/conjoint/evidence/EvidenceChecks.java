package org.conjoint.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.conjoint.meaning.Part;

/** The rules of evidence: what is pointed at exists in the post as it was shown, and says so exactly. */
public final class EvidenceChecks {

    /** Things pointed at in one judgement. */
    public static final int MOST_TARGETS = 5_000;

    /** Characters of a name, a note or a line of text. */
    public static final int LONGEST_TEXT = 500;

    private static final int MOST_POINTS = 500;
    private static final int MOST_ENTITIES = 100;

    private final Evidence evidence;
    private final Sources sources;
    private final Map<TextKind, SourceText> texts = new EnumMap<>(TextKind.class);
    private final List<EvidenceProblem> problems = new ArrayList<>();

    private EvidenceChecks(Evidence evidence, Sources sources) {
        this.evidence = evidence;
        this.sources = sources;
        sources.texts().forEach((kind, text) -> texts.put(kind, SourceText.of(kind, text)));
        if (!evidence.imageText().isEmpty()) {
            texts.put(TextKind.IMAGE_TEXT, SourceText.of(TextKind.IMAGE_TEXT, evidence.writtenInImage()));
        }
    }

    /** What is wrong with evidence about a post; empty when nothing is. */
    public static List<EvidenceProblem> problems(Evidence evidence, Sources sources) {
        var checks = new EvidenceChecks(evidence, sources);
        checks.checkAll();
        return List.copyOf(checks.problems);
    }

    private void checkAll() {
        if (evidence.targets() > MOST_TARGETS) {
            problem("", "too_many", "One judgement points at %,d things at most".formatted(MOST_TARGETS));
            return;
        }
        var entities = checkEntities();
        checkImageText();
        var ids = new HashSet<String>();
        for (var link : evidence.links()) {
            if (!ids.add(link.id()) || link.id().isBlank() || link.id().length() > 40) {
                problem(link.id(), "id", "A link has an id of its own, of 40 characters at most");
            }
            check(link, entities);
        }
    }

    private Set<String> checkEntities() {
        var ids = evidence.entities().stream().map(Entity::id).collect(Collectors.toSet());
        if (ids.size() < evidence.entities().size() || ids.size() > MOST_ENTITIES) {
            problem("", "entities", "Entities have ids of their own, and are %d at most".formatted(MOST_ENTITIES));
        }
        for (var entity : evidence.entities()) {
            if (entity.name().isBlank() || entity.name().length() > LONGEST_TEXT) {
                problem(entity.id(), "name", "An entity has a name of %d characters at most".formatted(LONGEST_TEXT));
            }
        }
        return ids;
    }

    private void checkImageText() {
        if (!evidence.imageText().isEmpty() && sources.picture() == null) {
            problem("", "absent", "The post has no picture that text could stand in");
        }
        var number = 0;
        for (var line : evidence.imageText()) {
            number++;
            if (line.text().isBlank()
                    || line.text().length() > LONGEST_TEXT
                    || line.text().indexOf('\n') >= 0
                    || !line.box().inside()) {
                problem(
                        "text/" + number,
                        "line",
                        "A line of the text in the picture has words, in one line, and a box within the picture");
            }
        }
    }

    private void check(Link link, Set<String> entities) {
        if (link.targets().isEmpty()) {
            problem(link.id(), "empty", "A link points at something");
        }
        var relation = link.relation();
        if (relation != null && link.targets().size() < 2) {
            problem(link.id(), "alone", "Only two things or more relate to each other");
        }
        if (relation != null && !relation.complete()) {
            problem(
                    link.id(),
                    "contradiction",
                    "A contradiction, and only that, says in what: irony, affect, fact, identity");
        }
        if (link.alignment() != null && !link.parts().contains(Part.AUDIO)) {
            problem(link.id(), "alignment", "Only a link with sound says how the sound goes with the rest");
        }
        if (link.note() != null && link.note().length() > LONGEST_TEXT) {
            problem(link.id(), "note", "A note has %d characters at most".formatted(LONGEST_TEXT));
        }
        var number = 0;
        for (var target : link.targets()) {
            number++;
            var place = link.id() + "/" + number;
            if (target.entity() != null && !entities.contains(target.entity())) {
                problem(place, "entity", "There is no entity “%s”".formatted(target.entity()));
            }
            switch (target) {
                case Span span -> check(place, span);
                case Region region -> check(place, region);
                case Interval interval -> check(place, interval);
            }
        }
    }

    private void check(String place, Span span) {
        var text = texts.get(span.text());
        if (text == null) {
            problem(place, "absent", "The post has no %s".formatted(words(span.text())));
        } else if (!text.hash().equals(span.textHash())) {
            problem(place, "other_text", "It was marked in another wording of the %s".formatted(words(span.text())));
        } else {
            try {
                var exact = text.span(span.start(), span.end(), span.entity());
                if (!exact.quote().equals(span.quote())) {
                    problem(
                            place,
                            "quote",
                            "From %d to %d stands “%s”, not “%s”"
                                    .formatted(span.start(), span.end(), exact.quote(), span.quote()));
                } else if (!exact.equals(span)) {
                    problem(place, "context", "What stands before and after is not what was said");
                }
            } catch (IllegalArgumentException e) {
                problem(place, "offsets", String.valueOf(e.getMessage()));
            }
        }
    }

    private void check(String place, Region region) {
        var picture = sources.picture();
        if (picture == null) {
            problem(place, "absent", "The post has no picture");
            return;
        }
        if (!region.medium().equals(picture.medium())
                || region.pixelWidth() != picture.pixelWidth()
                || region.pixelHeight() != picture.pixelHeight()) {
            problem(place, "other_picture", "It was drawn on another picture");
        }
        if (!region.shape().inside()
                || region.shape() instanceof Shape.Polygon(var points) && points.size() > MOST_POINTS) {
            problem(
                    place,
                    "outline",
                    "A region lies within the picture, has an area, and %d corners at most".formatted(MOST_POINTS));
        }
        var at = region.atMillis();
        if (picture.durationMillis() == 0 ? at != null : at == null || at < 0 || at > picture.durationMillis()) {
            problem(place, "moment", "A region of a video, and only that, says at which moment");
        }
    }

    private void check(String place, Interval interval) {
        var sound = sources.sound();
        if (sound == null) {
            problem(place, "absent", "The post has no sound");
        } else if (!interval.proxy().equals(sound.proxy())) {
            problem(place, "other_sound", "It was marked in another sound");
        } else if (interval.startMillis() < 0
                || interval.endMillis() > sound.durationMillis()
                || interval.startMillis() >= interval.endMillis()) {
            problem(
                    place,
                    "outside",
                    "From %d to %d ms is not a stretch of a sound of %d ms"
                            .formatted(interval.startMillis(), interval.endMillis(), sound.durationMillis()));
        }
        if (interval.words() != null && interval.words().length() > LONGEST_TEXT) {
            problem(place, "words", "Words have %d characters at most".formatted(LONGEST_TEXT));
        }
    }

    private static String words(TextKind kind) {
        return switch (kind) {
            case CAPTION -> "caption";
            case ALT_TEXT -> "alt text";
            case IMAGE_TEXT -> "text inside the picture";
            case TRANSCRIPT -> "transcript";
        };
    }

    private void problem(String place, String code, String message) {
        problems.add(new EvidenceProblem(place, code, message));
    }
}
