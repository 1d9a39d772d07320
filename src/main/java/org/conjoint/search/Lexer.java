package org.conjoint.search;

import java.util.ArrayList;
import java.util.List;

/** Cuts a query at its spaces, keeping what stands in quotation marks together. */
final class Lexer {

    /**
     * A piece without spaces outside quotation marks.
     *
     * @param text the piece as written
     * @param open whether a quotation mark in it is never closed
     */
    record Piece(int from, int to, String text, boolean open) {}

    private Lexer() {}

    static List<Piece> cut(String query) {
        var pieces = new ArrayList<Piece>();
        var at = 0;
        while (at < query.length()) {
            if (space(query, at)) {
                at++;
                continue;
            }
            var from = at;
            var quoted = false;
            while (at < query.length() && (quoted || !space(query, at))) {
                if (quote(query.charAt(at))) {
                    quoted = !quoted;
                }
                at++;
            }
            pieces.add(new Piece(from, at, query.substring(from, at), quoted));
        }
        return pieces;
    }

    /** Straight and typographic double quotation marks. */
    static boolean quote(char c) {
        return c == '"' || c == '“' || c == '”' || c == '„';
    }

    /** The text without the quotation marks at its ends. */
    static String unquoted(String text) {
        var from = !text.isEmpty() && quote(text.charAt(0)) ? 1 : 0;
        var to = text.length() > from && quote(text.charAt(text.length() - 1)) ? text.length() - 1 : text.length();
        return text.substring(from, to);
    }

    private static boolean space(String query, int at) {
        var c = query.charAt(at);
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
