package org.conjoint.policy.files;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The canonical form of a YAML value: JSON without white space, names in the order of their UTF-16 units. */
final class CanonicalJson {
    private CanonicalJson() {}

    static String of(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar(scalar);
            case YamlNode.Sequence sequence ->
                sequence.items().stream().map(CanonicalJson::of).collect(Collectors.joining(",", "[", "]"));
            case YamlNode.Mapping mapping ->
                new TreeMap<>(mapping.entries())
                        .entrySet().stream()
                                .map(entry -> string(entry.getKey()) + ":"
                                        + of(entry.getValue().value()))
                                .collect(Collectors.joining(",", "{", "}"));
        };
    }

    private static String scalar(YamlNode.Scalar scalar) {
        return switch (scalar.value()) {
            case null -> "null";
            case BigDecimal number ->
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case Boolean truth -> truth.toString();
            default -> string(scalar.value().toString());
        };
    }

    /** A JSON string that escapes only what JSON must escape. */
    static String string(String value) {
        var text = Normalizer.normalize(value, Normalizer.Form.NFC);
        var json = new StringBuilder("\"");
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                default -> {
                    if (c < ' ') {
                        json.append("\\u%04x".formatted((int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
