package org.conjoint.exchange.mapping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conjoint.exchange.format.Incoming;
import org.conjoint.exchange.format.RowRefused;
import org.conjoint.exchange.format.Times;
import org.conjoint.meaning.Confidence;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.moderation.VerdictForm;
import org.jspecify.annotations.Nullable;

/** How the verdicts of a row are made: one for each answer of a rater. */
final class VerdictMapping {
    private static final String[] FIELDS = {
        "rater",
        "answer",
        "id",
        "post",
        "submitted_at",
        "grade_image",
        "grade_caption",
        "grade_audio",
        "grade_joint",
        "principal",
        "reading",
        "confidence"
    };

    private final Each each;
    private final Map<String, Expression> fields;
    private final Map<String, Answer> answers;
    private final boolean skipOthers;
    private final String source;
    private final String policy;
    private final @Nullable String version;
    private final String locale;

    private VerdictMapping(Yaml.Keys keys, Map<String, Expression> fields, Map<String, Answer> answers) {
        var others = keys.optional("other_answers");
        this.each = Each.parse(keys.optional("each"), keys.optional("when"));
        this.fields = fields;
        this.answers = answers;
        this.skipOthers = others != null && others.oneOf("refuse", "skip").equals("skip");
        this.source = keys.required("source").text();
        this.policy = keys.required("policy").text();
        this.version = keys.text("version");
        var words = keys.text("locale");
        this.locale = words == null ? "en" : words;
    }

    static VerdictMapping parse(Yaml yaml) {
        var keys = yaml.keys(
                "each", "when", "fields", "answers", "other_answers", "source", "policy", "version", "locale");
        var fields = new LinkedHashMap<String, Expression>();
        var given = keys.required("fields").keys(FIELDS);
        given.required("rater");
        given.members().forEach((name, expression) -> fields.put(name, Expression.parse(expression)));
        var answers = new LinkedHashMap<String, Answer>();
        var table = keys.optional("answers");
        if (table == null) {
            given.required("grade_joint");
        } else {
            given.required("answer");
            table.members().forEach((answer, grades) -> answers.put(answer, Answer.parse(grades)));
        }
        return new VerdictMapping(keys, fields, answers);
    }

    /** @param post the post of the row, when it has exactly one */
    List<Incoming> verdicts(Scope row, Incoming.@Nullable NewPost post) {
        var verdicts = new ArrayList<Incoming>();
        var scope = post == null ? row : row.withId(post.id());
        try {
            for (var element : each.scopes(scope)) {
                verdict(element, post, verdicts);
            }
        } catch (RowRefused e) {
            verdicts.add(unreadable(row, post, e));
        }
        return verdicts;
    }

    private void verdict(Scope scope, Incoming.@Nullable NewPost post, List<Incoming> verdicts) {
        try {
            var answer = text("answer", scope);
            var form = answers.isEmpty() ? form(scope) : answered(scope, answer);
            if (form == null) {
                return;
            }
            var rater = required("rater", scope);
            var named = text("post", scope);
            var of = named == null ? required(post) : named;
            var id = text("id", scope);
            var submitted = text("submitted_at", scope);
            verdicts.add(new Incoming.NewVerdict(
                    scope.row().place(),
                    id == null ? of + "/" + rater : id,
                    source,
                    of,
                    post == null ? null : post.source(),
                    rater,
                    policy,
                    version,
                    null,
                    locale,
                    form,
                    submitted == null ? null : Times.instant("submitted_at", submitted),
                    answer));
        } catch (RowRefused e) {
            verdicts.add(unreadable(scope, post, e));
        }
    }

    private @Nullable VerdictForm answered(Scope scope, @Nullable String answer) throws RowRefused {
        if (answer == null) {
            return null;
        }
        var grades = answers.get(answer);
        if (grades == null) {
            if (skipOthers) {
                return null;
            }
            throw new RowRefused("The mapping does not say what the answer “%s” means; it knows %s"
                    .formatted(Expression.shorten(answer), String.join(", ", answers.keySet())));
        }
        return grades.form(text("reading", scope), confidence(scope));
    }

    private VerdictForm form(Scope scope) throws RowRefused {
        var parts = new EnumMap<Part, PartGrade>(Part.class);
        for (var part : Part.values()) {
            var grade = text("grade_" + part.code(), scope);
            if (grade != null) {
                parts.put(part, checked(() -> PartGrade.of(grade)));
            }
        }
        var joint = required("grade_joint", scope);
        var principal = text("principal", scope);
        return new Answer(
                        parts,
                        checked(() -> JointGrade.of(joint)),
                        Map.of(),
                        principal == null ? Set.of() : Set.of(principal),
                        principal,
                        null)
                .form(text("reading", scope), confidence(scope));
    }

    private @Nullable Confidence confidence(Scope scope) throws RowRefused {
        var confidence = text("confidence", scope);
        return confidence == null ? null : checked(() -> Confidence.of(confidence));
    }

    private static <T> T checked(java.util.function.Supplier<T> reading) throws RowRefused {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new RowRefused(String.valueOf(e.getMessage()));
        }
    }

    private static String required(Incoming.@Nullable NewPost post) throws RowRefused {
        if (post == null) {
            throw new RowRefused("The row does not make exactly one post; the mapping has to name the verdict's post");
        }
        return post.id();
    }

    private String required(String field, Scope scope) throws RowRefused {
        var text = text(field, scope);
        if (text == null || text.isEmpty()) {
            throw new RowRefused("The verdict has no “%s”".formatted(field));
        }
        return text;
    }

    private @Nullable String text(String field, Scope scope) throws RowRefused {
        var expression = fields.get(field);
        return expression == null ? null : expression.text(scope);
    }

    private static Incoming unreadable(Scope scope, Incoming.@Nullable NewPost post, RowRefused e) {
        var place = scope.row().place();
        var subject = (post == null ? place.toString() : post.id()) + (scope.key() == null ? "" : "/" + scope.key());
        return new Incoming.Unreadable(place, subject, String.valueOf(e.getMessage()));
    }
}
