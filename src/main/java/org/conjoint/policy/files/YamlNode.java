package org.conjoint.policy.files;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A YAML value with its place. */
sealed interface YamlNode {

    Span span();

    /** The line, counted from 1, at which it begins. */
    default int line() {
        return span().line();
    }

    /**
     * Where something stands.
     *
     * @param line the line of the file, counted from 1
     * @param column counted from 0
     * @param start its first code point, counted from 0 in the text that was read
     * @param end the code point after its last one; white space and comments after it do not count
     */
    record Span(int line, int column, int start, int end) {
        static final Span NOWHERE = new Span(1, 0, 0, 0);
    }

    /** A scalar: a string, Boolean, BigDecimal, or null. */
    record Scalar(Span span, @Nullable Object value) implements YamlNode {}

    /**
     * A list.
     *
     * @param flow whether it is written in brackets
     */
    record Sequence(Span span, boolean flow, List<YamlNode> items) implements YamlNode {}

    /**
     * Named values in the order of the file; no name occurs twice.
     *
     * @param flow whether it is written in braces
     */
    record Mapping(Span span, boolean flow, LinkedHashMap<String, Entry> entries) implements YamlNode {}

    /** A named value with the place of its name. */
    record Entry(Span name, YamlNode value) {
        int line() {
            return name.line();
        }

        /** The code point after the last one of its value. */
        int end() {
            return Math.max(name.end(), value.span().end());
        }
    }
}
