package org.conjoint.moderation;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conjoint.meaning.Part;
import org.jspecify.annotations.Nullable;

/** Sets as one column: codes joined by {@code +}, and sets of sets joined by a space, as {@code image+caption image+audio}. */
final class Columns {

    private Columns() {}

    static <T> @Nullable String join(Collection<T> values, Function<T, String> code) {
        return values.isEmpty() ? null : values.stream().map(code).sorted().collect(Collectors.joining("+"));
    }

    static <T> Set<T> split(@Nullable String column, Function<String, T> of) {
        return column == null || column.isEmpty()
                ? Set.of()
                : Arrays.stream(column.split("\\+")).map(of).collect(Collectors.toUnmodifiableSet());
    }

    static String parts(Collection<Part> parts) {
        return parts.stream().sorted().map(Part::code).collect(Collectors.joining("+"));
    }

    static Set<Part> parts(String column) {
        var parts = EnumSet.noneOf(Part.class);
        parts.addAll(split(column, Part::of));
        return parts;
    }

    static String partSets(List<Set<Part>> sets) {
        return sets.stream().map(set -> parts(set)).collect(Collectors.joining(" "));
    }

    static List<Set<Part>> partSets(String column) {
        return column.isEmpty()
                ? List.of()
                : Arrays.stream(column.split(" ")).map(Columns::parts).toList();
    }
}
