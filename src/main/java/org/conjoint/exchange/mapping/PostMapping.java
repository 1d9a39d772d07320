package org.conjoint.exchange.mapping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conjoint.exchange.format.Incoming;
import org.conjoint.exchange.format.RowRefused;
import org.conjoint.exchange.format.Times;
import org.jspecify.annotations.Nullable;

/** How the posts of a row are made. */
final class PostMapping {
    private static final String[] FIELDS = {
        "id",
        "caption",
        "alt_text",
        "language",
        "author",
        "created_at",
        "source",
        "image",
        "audio",
        "video",
        "sensors",
        "file",
        "transcript",
        "transcript_file"
    };

    private final Each each;
    private final Map<String, Expression> fields;

    private PostMapping(Each each, Map<String, Expression> fields) {
        this.each = each;
        this.fields = fields;
    }

    static PostMapping parse(Yaml yaml) {
        var keys = yaml.keys("each", "when", "fields");
        var fields = new LinkedHashMap<String, Expression>();
        var given = keys.required("fields").keys(FIELDS);
        given.required("id");
        given.members().forEach((name, expression) -> fields.put(name, Expression.parse(expression)));
        return new PostMapping(Each.parse(keys.optional("each"), keys.optional("when")), fields);
    }

    List<Incoming.NewPost> posts(Scope row) throws RowRefused {
        var posts = new ArrayList<Incoming.NewPost>();
        for (var scope : each.scopes(row)) {
            posts.add(post(scope));
        }
        return posts;
    }

    private Incoming.NewPost post(Scope scope) throws RowRefused {
        var id = text("id", scope);
        if (id == null || id.isEmpty()) {
            throw new RowRefused("The post has no id");
        }
        return new Incoming.NewPost(
                scope.row().place(),
                id,
                text("caption", scope),
                text("alt_text", scope),
                text("language", scope),
                text("author", scope),
                instant(scope),
                text("source", scope),
                text("image", scope),
                text("audio", scope),
                text("video", scope),
                text("sensors", scope),
                text("file", scope),
                text("transcript", scope),
                text("transcript_file", scope),
                null);
    }

    private @Nullable Instant instant(Scope scope) throws RowRefused {
        var text = text("created_at", scope);
        return text == null ? null : Times.instant("created_at", text);
    }

    private @Nullable String text(String field, Scope scope) throws RowRefused {
        var expression = fields.get(field);
        return expression == null ? null : expression.text(scope);
    }
}
