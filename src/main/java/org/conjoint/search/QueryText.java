package org.conjoint.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes the filters of a query as it is written; the rest of the text stays. */
public final class QueryText {
    private QueryText() {}

    /** The values that filters on a field ask for, folded; excluded ones left out. */
    public static List<String> values(String query, Field field) {
        return pieces(query).stream()
                .filter(piece -> names(piece, field))
                .flatMap(piece -> QueryReader.split(value(piece)).stream())
                .map(value -> Folding.code(Lexer.unquoted(value)))
                .toList();
    }

    /** The query with one more value for a field. */
    public static String with(String query, Field field, String value) {
        if (values(query, field).contains(Folding.code(value))) {
            return query.strip();
        }
        var pieces = new ArrayList<>(pieces(query));
        for (var i = 0; i < pieces.size(); i++) {
            if (names(pieces.get(i), field)) {
                pieces.set(i, pieces.get(i) + "," + quoted(value));
                return String.join(" ", pieces);
            }
        }
        pieces.add(field.name() + ":" + quoted(value));
        return String.join(" ", pieces);
    }

    /** The query without one value of a field. */
    public static String without(String query, Field field, String value) {
        return changed(
                query,
                field,
                all -> all.stream()
                        .filter(one -> !Folding.code(Lexer.unquoted(one)).equals(Folding.code(value)))
                        .toList());
    }

    /** The query without any filter on a field; excluding ones stay. */
    public static String without(String query, Field field) {
        return changed(query, field, all -> List.of());
    }

    /** A value as it has to be written. */
    public static String quoted(String value) {
        return value.matches("[^\\s,\"“”„]+") ? value : "\"" + value.replaceAll("[\"“”„]", "'") + "\"";
    }

    private static String changed(String query, Field field, UnaryOperator<List<String>> change) {
        var pieces = new ArrayList<String>();
        for (var piece : pieces(query)) {
            if (names(piece, field)) {
                var left = change.apply(QueryReader.split(value(piece)));
                if (!left.isEmpty()) {
                    pieces.add(piece.substring(0, piece.indexOf(':') + 1) + String.join(",", left));
                }
            } else {
                pieces.add(piece);
            }
        }
        return String.join(" ", pieces);
    }

    /** The words and filters of a query, as they are written. */
    public static List<String> pieces(String query) {
        return Lexer.cut(query).stream().map(Lexer.Piece::text).toList();
    }

    private static boolean names(String piece, Field field) {
        var colon = piece.indexOf(':');
        return colon > 0 && called(field, Folding.code(piece.substring(0, colon)));
    }

    private static boolean called(Field field, String name) {
        return field.name().equals(name) || field.aliases().contains(name);
    }

    private static String value(String piece) {
        return piece.substring(piece.indexOf(':') + 1);
    }
}
