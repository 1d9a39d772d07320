package org.conjoint.search;

import java.util.List;

/**
 * A field that entries or their children may have.
 *
 * @param name what queries call it: lower-case letters
 * @param aliases other names for it in queries
 * @param inWords whether plain words also match it
 * @param facet whether results count its values
 * @param weight how much a matching word counts, against 1
 * @param values the only values that there are; empty when any may occur
 */
public record Field(
        String name,
        FieldKind kind,
        Level level,
        List<String> aliases,
        boolean inWords,
        boolean facet,
        float weight,
        List<String> values) {

    public Field {
        if (!name.matches("[a-z]+")) {
            throw new IllegalArgumentException("A field is named by lower-case letters, not “%s”".formatted(name));
        }
        aliases = List.copyOf(aliases);
        values = List.copyOf(values);
    }

    /** Prose that words match and that is highlighted. */
    public static Field text(String name, Level level, float weight) {
        return new Field(name, FieldKind.TEXT, level, List.of(), true, false, weight, List.of());
    }

    /** A code that filters match. */
    public static Field keyword(String name, Level level) {
        return new Field(name, FieldKind.KEYWORD, level, List.of(), false, false, 1, List.of());
    }

    /** A point in time that filters match. */
    public static Field instant(String name, Level level) {
        return new Field(name, FieldKind.INSTANT, level, List.of(), false, false, 1, List.of());
    }

    /** This field under further names. */
    public Field alias(String... names) {
        return new Field(name, kind, level, List.of(names), inWords, facet, weight, values);
    }

    /** This field with its values counted; instants are counted by month. */
    public Field counted() {
        return new Field(name, kind, level, aliases, inWords, true, weight, values);
    }

    /** This keyword found by plain words too. */
    public Field foundByWords() {
        return new Field(name, kind, level, aliases, true, facet, weight, values);
    }

    /** This keyword with a closed list of values. */
    public Field oneOf(List<String> all) {
        return new Field(name, kind, level, aliases, inWords, facet, weight, all);
    }
}
