package org.conjoint.policy.files;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.conjoint.policy.files.YamlNode.Entry;
import org.conjoint.policy.files.YamlNode.Mapping;
import org.conjoint.policy.files.YamlNode.Scalar;
import org.conjoint.policy.files.YamlNode.Sequence;
import org.conjoint.policy.files.YamlNode.Span;

/**
 * Reads a mapping field by field under a closed schema: what is missing, of another kind, or never asked for becomes a
 * problem with its line. A field that is wrong reads as an empty value, so that the rest can still be checked.
 */
final class Fields {
    /** Stands for a mapping whose absence has been reported already. */
    private static final Mapping NOTHING = new Mapping(Span.NOWHERE, false, new LinkedHashMap<>());

    private final String file;
    private final Mapping mapping;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();

    Fields(String file, Mapping mapping, Problems problems) {
        this.file = file;
        this.mapping = mapping;
        this.problems = problems;
    }

    int line() {
        return mapping.line();
    }

    /** The line of a field, or of the mapping when the field is missing. */
    int line(String name) {
        var entry = mapping.entries().get(name);
        return entry == null ? mapping.line() : entry.line();
    }

    void problem(String name, String what, String remedy) {
        problems.add(file, line(name), what, remedy);
    }

    String text(String name) {
        return required(name).map(entry -> text(name, entry.value())).orElse("");
    }

    Optional<String> optionalText(String name) {
        return optional(name).map(entry -> text(name, entry.value()));
    }

    /** A text that matches the pattern. */
    String text(String name, Pattern pattern, String shape) {
        var text = text(name);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            problem(name, "“%s” is not %s".formatted(text, shape), "write %s as %s".formatted(name, shape));
        }
        return text;
    }

    /** A text that has to be this one. */
    void same(String name, String expected) {
        var found = text(name);
        if (!found.isEmpty() && !found.equals(expected)) {
            problem(name, "%s is “%s”".formatted(name, found), "write %s: %s".formatted(name, expected));
        }
    }

    /** A text that a function understands; its refusal becomes the problem. */
    <T> Optional<T> choice(String name, Function<String, T> meaning) {
        var text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(meaning.apply(text));
        } catch (IllegalArgumentException e) {
            problem(name, String.valueOf(e.getMessage()), "choose one of them for " + name);
            return Optional.empty();
        }
    }

    boolean truth(String name) {
        return required(name)
                .map(entry -> {
                    if (entry.value() instanceof Scalar(var _, Boolean truth)) {
                        return truth;
                    }
                    problems.add(file, entry.line(), name + " is neither true nor false", "write true or false");
                    return false;
                })
                .orElse(false);
    }

    BigDecimal number(String name) {
        return required(name)
                .map(entry -> {
                    if (entry.value() instanceof Scalar(var _, BigDecimal number)) {
                        return number;
                    }
                    problems.add(file, entry.line(), name + " is not a decimal number", "write it like 0.67");
                    return BigDecimal.ZERO;
                })
                .orElse(BigDecimal.ZERO);
    }

    /** An instant, written with its zone. */
    Instant instant(String name) {
        var text = text(name);
        try {
            return text.isEmpty() ? Instant.EPOCH : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            problem(name, "“%s” is not an instant with its zone".formatted(text), "write it like 2026-01-01T00:00:00Z");
            return Instant.EPOCH;
        }
    }

    List<String> texts(String name) {
        return required(name).map(entry -> texts(name, entry.value())).orElse(List.of());
    }

    List<String> optionalTexts(String name) {
        return optional(name).map(entry -> texts(name, entry.value())).orElse(List.of());
    }

    /** A mapping under a closed schema of its own. */
    Fields fields(String name) {
        return new Fields(file, mapping(name, required(name)), problems);
    }

    Optional<Fields> optionalFields(String name) {
        var entry = optional(name);
        return entry.isPresent() ? Optional.of(new Fields(file, mapping(name, entry), problems)) : Optional.empty();
    }

    /** A list of mappings. */
    List<Fields> list(String name) {
        var list = new ArrayList<Fields>();
        required(name).ifPresent(entry -> {
            if (!(entry.value() instanceof Sequence sequence)) {
                problems.add(
                        file, entry.line(), name + " is not a list", "write each entry on a line that begins with -");
                return;
            }
            for (var item : sequence.items()) {
                if (item instanceof Mapping fields) {
                    list.add(new Fields(file, fields, problems));
                } else {
                    problems.add(
                            file, item.line(), "an entry of %s has no fields".formatted(name), "write name: value");
                }
            }
        });
        return list;
    }

    /** The names of a mapping whose names are data, such as clause ids. */
    List<String> names() {
        return List.copyOf(mapping.entries().keySet());
    }

    /** Reports every field that was not asked for. */
    void close() {
        mapping.entries().forEach((name, entry) -> {
            if (!asked.contains(name)) {
                problems.add(
                        file,
                        entry.line(),
                        "there is no field “%s” here".formatted(name),
                        "remove it or correct its name");
            }
        });
    }

    private Optional<Entry> required(String name) {
        var entry = optional(name);
        if (entry.isEmpty() && mapping != NOTHING) {
            problems.add(file, mapping.line(), "the field “%s” is missing".formatted(name), "add it");
        }
        return entry;
    }

    private Optional<Entry> optional(String name) {
        asked.add(name);
        return Optional.ofNullable(mapping.entries().get(name));
    }

    private String text(String name, YamlNode node) {
        if (node instanceof Scalar(var _, String text) && !text.isBlank()) {
            return text;
        }
        problems.add(file, node.line(), name + " is not a text", "write a text, in quotes if it looks like a number");
        return "";
    }

    private List<String> texts(String name, YamlNode node) {
        if (node instanceof Sequence sequence) {
            return sequence.items().stream().map(item -> text(name, item)).toList();
        }
        problems.add(file, node.line(), name + " is not a list", "write it as [one, two]");
        return List.of();
    }

    private Mapping mapping(String name, Optional<Entry> entry) {
        if (entry.isEmpty()) {
            return NOTHING;
        }
        if (entry.get().value() instanceof Mapping fields) {
            return fields;
        }
        problems.add(file, entry.get().line(), name + " has no fields", "write fields as name: value");
        return NOTHING;
    }
}
