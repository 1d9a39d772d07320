package org.conjoint.moderation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.conjoint.meaning.Part;
import org.conjoint.moderation.Attention.Stretch;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Attention as JSON: {@code active}, {@code viewed} by part, {@code heard}, {@code fullImage}, {@code transcript}. */
public final class AttentionJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private AttentionJson() {}

    static String write(Attention attention) {
        var root = JSON.createObjectNode().put("active", attention.activeMillis());
        var viewed = root.putObject("viewed");
        for (var part : Part.values()) {
            var stretches = attention.viewed().get(part);
            if (stretches != null) {
                add(viewed.putArray(part.code()), stretches);
            }
        }
        add(root.putArray("heard"), attention.heard());
        return root.put("fullImage", attention.fullImage())
                .put("transcript", attention.transcriptMillis())
                .toString();
    }

    private static void add(ArrayNode array, List<Stretch> stretches) {
        stretches.forEach(stretch -> array.addArray().add(stretch.start()).add(stretch.end()));
    }

    /** @throws IllegalArgumentException when it is not attention */
    public static Attention read(String json) {
        try {
            var root = JSON.readTree(json);
            var viewed = new EnumMap<Part, List<Stretch>>(Part.class);
            for (var part : Part.values()) {
                if (root.path("viewed").has(part.code())) {
                    viewed.put(part, stretches(root.path("viewed").path(part.code())));
                }
            }
            return new Attention(
                    Math.max(0, root.path("active").asLong(0)),
                    viewed,
                    stretches(root.path("heard")),
                    root.path("fullImage").asBoolean(false),
                    Math.max(0, root.path("transcript").asLong(0)));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not attention: " + e.getOriginalMessage(), e);
        }
    }

    private static List<Stretch> stretches(JsonNode array) {
        var stretches = new ArrayList<Stretch>();
        array.forEach(pair ->
                stretches.add(new Stretch(pair.path(0).asLong(-1), pair.path(1).asLong(-1))));
        return stretches;
    }
}
