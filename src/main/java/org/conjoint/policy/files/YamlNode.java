package org.conjoint.policy.files;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A YAML value with the line, counted from 1, at which it begins. */
sealed interface YamlNode {
    int line();

    /** A scalar: a string, Boolean, BigDecimal, or null. */
    record Scalar(int line, @Nullable Object value) implements YamlNode {}

    /** A list. */
    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    /** Named values in the order of the file; no name occurs twice. */
    record Mapping(int line, LinkedHashMap<String, Entry> entries) implements YamlNode {}

    /** A named value with the line of its name. */
    record Entry(int line, YamlNode value) {}
}
