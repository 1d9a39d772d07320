package org.conjoint.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Details as canonical JSON: keys in order, no white space, everything but visible characters escaped. */
final class Details {
    private Details() {}

    static String json(SortedMap<String, String> details) {
        return details.entrySet().stream()
                .map((Map.Entry<String, String> e) -> quoted(e.getKey()) + ":" + quoted(e.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        var out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
                out.append("\\u%04x".formatted(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
