package org.conjoint.exchange.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Text with references in braces, as in {@code images/{$stem}-{/identifier}.png}; a doubled brace is the brace itself. */
final class Template {

    private sealed interface Piece {
        record Words(String text) implements Piece {}

        record Value(Reference reference) implements Piece {}
    }

    private final List<Piece> pieces;

    private Template(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    static Template parse(Yaml yaml, String text) {
        var pieces = new ArrayList<Piece>();
        var words = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                words.append(c);
                i++;
            } else if (c == '{') {
                var end = text.indexOf('}', i);
                if (end < 0) {
                    throw yaml.problem(
                            "A brace is opened and not closed in “%s”; write {{ for the brace itself".formatted(text));
                }
                pieces.add(new Piece.Words(words.toString()));
                words.setLength(0);
                pieces.add(new Piece.Value(Reference.parse(yaml, text.substring(i + 1, end))));
                i = end;
            } else if (c == '}') {
                throw yaml.problem(
                        "A brace is closed and not opened in “%s”; write }} for the brace itself".formatted(text));
            } else {
                words.append(c);
            }
        }
        pieces.add(new Piece.Words(words.toString()));
        return new Template(pieces);
    }

    /** The text with the values put in; null when one of them is missing or is not a text or number. */
    @Nullable String fill(Scope scope, UnaryOperator<String> escape) {
        var filled = new StringBuilder();
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Words words -> filled.append(words.text());
                case Piece.Value value -> {
                    var found = value.reference().find(scope);
                    if (found == null || !found.isValueNode()) {
                        return null;
                    }
                    filled.append(escape.apply(found.asString()));
                }
            }
        }
        return filled.toString();
    }
}
