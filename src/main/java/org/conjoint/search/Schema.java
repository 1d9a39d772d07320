package org.conjoint.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of an index. Beside them every index knows {@code in}, which names the text fields that a
 * word has to be found in; text fields have no other part in queries, so a filter may bear the name of one as an alias.
 */
public final class Schema {
    private final List<Field> fields;
    private final Map<String, Field> byName = new HashMap<>();
    private final Field in;

    /** @throws IllegalArgumentException when two fields share a name, or two filters an alias */
    public Schema(List<Field> own) {
        if (own.stream().map(Field::name).distinct().count() < own.size()) {
            throw new IllegalArgumentException("Two fields share a name: " + own);
        }
        in = Field.keyword("in", Level.ENTRY)
                .counted()
                .oneOf(own.stream()
                        .filter(field -> field.kind() == FieldKind.TEXT)
                        .map(Field::name)
                        .toList());
        fields = List.copyOf(own);
        own.stream().filter(field -> field.kind() != FieldKind.TEXT).forEach(this::name);
        name(in);
    }

    /** The fields given, without {@code in}. */
    public List<Field> fields() {
        return fields;
    }

    /** The field that a query calls so, by name or alias, without regard to case. */
    public Optional<Field> find(String name) {
        return Optional.ofNullable(byName.get(Folding.code(name)));
    }

    Field in() {
        return in;
    }

    List<Field> texts() {
        return fields.stream().filter(field -> field.kind() == FieldKind.TEXT).toList();
    }

    /** The names in queries, aliases left out. */
    List<String> names() {
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(entry.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Changes when entries would have to be written differently. */
    String fingerprint() {
        return Integer.toHexString(fields.toString().hashCode());
    }

    private void name(Field field) {
        put(field.name(), field);
        field.aliases().forEach(alias -> put(alias, field));
    }

    private void put(String name, Field field) {
        if (byName.put(name, field) != null) {
            throw new IllegalArgumentException("Two fields are called “%s”".formatted(name));
        }
    }
}
