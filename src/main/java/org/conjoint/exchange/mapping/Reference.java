package org.conjoint.exchange.mapping;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Names a value of the row: {@code /a/b} by JSON pointer (RFC 6901), {@code column} by the name of a top-level member,
 * {@code $key}, {@code $value}, {@code $value/a/b}, {@code $index}, {@code $id}, {@code $line}, {@code $file} or
 * {@code $stem}. A pointer may hold references in braces: {@code /audio/{$key}}.
 */
final class Reference {
    private static final Set<String> NAMES =
            Set.of("$key", "$value", "$index", "$id", "$line", "$file", "$stem", "$row");
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]+)}");

    private final String base;
    private final @Nullable Template pointer;

    private Reference(String base, @Nullable Template pointer) {
        this.base = base;
        this.pointer = pointer;
    }

    static Reference parse(Yaml yaml) {
        return parse(yaml, yaml.text());
    }

    static Reference parse(Yaml yaml, String text) {
        if (text.isEmpty()) {
            throw yaml.problem("A reference is empty; the row itself is $row");
        }
        var slash = text.indexOf('/');
        if (text.startsWith("$")) {
            var name = slash < 0 ? text : text.substring(0, slash);
            if (!NAMES.contains(name)) {
                throw yaml.problem("“%s” is not known; use %s"
                        .formatted(
                                name, String.join(", ", NAMES.stream().sorted().toList())));
            }
            return new Reference(name, slash < 0 ? null : pointer(yaml, text.substring(slash)));
        }
        return text.startsWith("/")
                ? new Reference("$row", pointer(yaml, text))
                : new Reference(
                        "$row", pointer(yaml, "/" + text.replace("~", "~0").replace("/", "~1")));
    }

    /** The value; null when there is none, or it is JSON null. */
    @Nullable JsonNode find(Scope scope) {
        var found = base(scope);
        if (found != null && pointer != null) {
            var path = pointer.fill(scope, value -> value.replace("~", "~0").replace("/", "~1"));
            found = path == null ? null : found.at(JsonPointer.compile(path));
        }
        return found == null || found.isMissingNode() || found.isNull() ? null : found;
    }

    private @Nullable JsonNode base(Scope scope) {
        var place = scope.row().place();
        return switch (base) {
            case "$row" -> scope.row().content();
            case "$value" -> scope.value();
            case "$key" -> node(scope.key());
            case "$index" -> node(scope.index());
            case "$id" -> node(scope.id());
            case "$line" -> node(place.line());
            case "$file" -> node(place.file());
            case "$stem" -> node(scope.stem());
            default -> throw new IllegalStateException(base);
        };
    }

    private static @Nullable JsonNode node(@Nullable Object value) {
        return value == null ? null : Scope.text(value.toString());
    }

    private static Template pointer(Yaml yaml, String text) {
        if (!BRACES.matcher(text).find()) {
            try {
                JsonPointer.compile(text);
            } catch (IllegalArgumentException e) {
                throw yaml.problem("“%s” is not a JSON pointer".formatted(text));
            }
        }
        return Template.parse(yaml, text);
    }
}
