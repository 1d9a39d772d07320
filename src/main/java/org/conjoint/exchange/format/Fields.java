package org.conjoint.exchange.format;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the members of a JSON object with errors that name them. */
final class Fields {
    private final JsonNode object;

    /** @throws RowRefused when the row is not an object */
    Fields(JsonNode object) throws RowRefused {
        if (!object.isObject()) {
            throw new RowRefused("The row is not a JSON object");
        }
        this.object = object;
    }

    /** @throws RowRefused naming the first member that is not among these */
    void allow(Set<String> names) throws RowRefused {
        for (var name : object.propertyNames()) {
            if (!names.contains(name)) {
                throw new RowRefused("The field “%s” is not known here".formatted(name));
            }
        }
    }

    Set<String> names() {
        return new LinkedHashSet<>(object.propertyNames());
    }

    boolean has(String name) {
        return !get(name).isMissingNode() && !get(name).isNull();
    }

    JsonNode get(String name) {
        return object.path(name);
    }

    String required(String name) throws RowRefused {
        var text = text(name);
        if (text == null) {
            throw new RowRefused("The field “%s” is missing".formatted(name));
        }
        return text;
    }

    /** A text or number; null when absent. */
    @Nullable String text(String name) throws RowRefused {
        var node = get(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString() && !node.isNumber()) {
            throw new RowRefused("The field “%s” is a text, not %s".formatted(name, shown(node)));
        }
        return node.asString();
    }

    /** The first of these that is present. */
    @Nullable String firstText(String... names) throws RowRefused {
        for (var name : names) {
            var text = text(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    @Nullable Instant instant(String name) throws RowRefused {
        var text = text(name);
        return text == null ? null : Times.instant(name, text);
    }

    Fields object(String name) throws RowRefused {
        var node = get(name);
        if (!node.isObject()) {
            throw new RowRefused("The field “%s” is an object, not %s".formatted(name, shown(node)));
        }
        return new Fields(node);
    }

    Set<String> texts(String name) throws RowRefused {
        var node = get(name);
        var texts = new LinkedHashSet<String>();
        if (node.isMissingNode() || node.isNull()) {
            return texts;
        }
        if (!node.isArray()) {
            throw new RowRefused("The field “%s” is a list of texts, not %s".formatted(name, shown(node)));
        }
        for (var element : node) {
            if (!element.isString()) {
                throw new RowRefused("The field “%s” is a list of texts, and holds %s".formatted(name, shown(element)));
            }
            texts.add(element.stringValue());
        }
        return texts;
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "missing" : shorten(node.toString());
    }

    static String shorten(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
