package org.conjoint.exchange.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.conjoint.exchange.format.Json;
import org.conjoint.exchange.format.RowRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a value is made: where it comes from, and what is done with it in this order: split, at, join, replace, map,
 * default. Missing values stay missing until the default.
 */
final class Expression {
    private static final String[] KEYS = {
        "from", "template", "value", "first", "when", "split", "at", "join", "replace", "map", "else", "default"
    };

    @FunctionalInterface
    private interface Origin {
        @Nullable JsonNode find(Scope scope) throws RowRefused;
    }

    private final Origin origin;
    private final @Nullable Reference when;
    private final @Nullable String split;
    private final @Nullable Reference at;
    private final @Nullable String join;
    private final Map<String, String> replace;
    private final Map<String, String> map;
    private final String otherwise;
    private final @Nullable String byDefault;

    private Expression(Origin origin, Yaml.@Nullable Keys keys) {
        this.origin = origin;
        this.when = keys == null ? null : reference(keys, "when");
        this.split = keys == null ? null : keys.text("split");
        this.at = keys == null ? null : reference(keys, "at");
        this.join = keys == null ? null : keys.text("join");
        this.replace = keys == null ? Map.of() : texts(keys, "replace");
        this.map = keys == null ? Map.of() : texts(keys, "map");
        var rest = keys == null ? null : keys.optional("else");
        this.otherwise = rest == null ? "refuse" : rest.oneOf("refuse", "keep", "absent");
        this.byDefault = keys == null ? null : keys.text("default");
    }

    /** A text alone is a reference; a map says more. */
    static Expression parse(Yaml yaml) {
        if (yaml.isText()) {
            return new Expression(Reference.parse(yaml)::find, null);
        }
        var keys = yaml.keys(KEYS);
        if (keys.optional("else") != null && keys.optional("map") == null) {
            throw yaml.problem("“else” says what happens to values that “map” does not name; there is no “map” here");
        }
        return new Expression(origin(yaml, keys), keys);
    }

    /** The value; null when missing. */
    @Nullable JsonNode evaluate(Scope scope) throws RowRefused {
        if (when != null && when.find(scope) == null) {
            return null;
        }
        var found = origin.find(scope);
        if (found != null && split != null) {
            found = split(scalar(found), split);
        }
        if (found != null && at != null) {
            found = at(found, scope);
        }
        if (found != null && join != null) {
            found = Scope.text(join(found, join));
        }
        if (found != null && (!replace.isEmpty() || !map.isEmpty())) {
            var text = mapped(replaced(scalar(found)));
            found = text == null ? null : Scope.text(text);
        }
        return found == null && byDefault != null ? Scope.text(byDefault) : found;
    }

    /** The value as text; null when missing. */
    @Nullable String text(Scope scope) throws RowRefused {
        var found = evaluate(scope);
        return found == null ? null : scalar(found);
    }

    private static Origin origin(Yaml yaml, Yaml.Keys keys) {
        var given = keys.names().stream()
                .filter(key -> List.of("from", "template", "value", "first").contains(key))
                .toList();
        if (given.size() != 1) {
            throw yaml.problem("One of from, template, value, first says where the value comes from");
        }
        var source = keys.required(given.getFirst());
        return switch (given.getFirst()) {
            case "from" -> Reference.parse(source)::find;
            case "value" -> {
                var constant = Scope.text(source.text());
                yield scope -> constant;
            }
            case "template" -> {
                var template = Template.parse(source, source.text());
                yield scope -> {
                    var text = template.fill(scope, UnaryOperator.identity());
                    return text == null ? null : Scope.text(text);
                };
            }
            default -> first(source.list().stream().map(Expression::parse).toList());
        };
    }

    private static Origin first(List<Expression> alternatives) {
        return scope -> {
            for (var alternative : alternatives) {
                var found = alternative.evaluate(scope);
                if (found != null) {
                    return found;
                }
            }
            return null;
        };
    }

    private static JsonNode split(String text, String separator) {
        var array = Json.MAPPER.createArrayNode();
        for (var piece : text.split(Pattern.quote(separator), -1)) {
            array.add(piece.strip());
        }
        return array;
    }

    private @Nullable JsonNode at(JsonNode found, Scope scope) throws RowRefused {
        var position = at == null ? null : at.find(scope);
        if (position == null) {
            return null;
        }
        if (!found.isArray()) {
            throw new RowRefused("“at” picks from a list, but this is not one: " + shorten(found.toString()));
        }
        var index = position.asString();
        return index.matches("[0-9]{1,9}") ? found.get(Integer.parseInt(index)) : null;
    }

    private static String join(JsonNode found, String separator) throws RowRefused {
        if (!found.isArray()) {
            return scalar(found);
        }
        var pieces = new ArrayList<String>();
        for (var element : found) {
            pieces.add(scalar(element));
        }
        return String.join(separator, pieces);
    }

    private String replaced(String text) {
        var replaced = text;
        for (var entry : replace.entrySet()) {
            replaced = replaced.replace(entry.getKey(), entry.getValue());
        }
        return replaced;
    }

    private @Nullable String mapped(String text) throws RowRefused {
        if (map.isEmpty() || map.containsKey(text)) {
            return map.getOrDefault(text, text);
        }
        return switch (otherwise) {
            case "keep" -> text;
            case "absent" -> null;
            default ->
                throw new RowRefused("The mapping does not say what “%s” means; it knows %s"
                        .formatted(shorten(text), String.join(", ", map.keySet())));
        };
    }

    private static String scalar(JsonNode node) throws RowRefused {
        if (!node.isValueNode()) {
            throw new RowRefused("A text is wanted where there is " + shorten(node.toString()));
        }
        return node.asString();
    }

    static String shorten(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private static @Nullable Reference reference(Yaml.Keys keys, String key) {
        var yaml = keys.optional(key);
        return yaml == null ? null : Reference.parse(yaml);
    }

    private static Map<String, String> texts(Yaml.Keys keys, String key) {
        var yaml = keys.optional(key);
        return yaml == null ? Map.of() : yaml.textMembers();
    }
}
