package org.conjoint.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.conjoint.search.Clause.Condition;
import org.conjoint.search.Clause.Filter;
import org.conjoint.search.Clause.Word;
import org.conjoint.search.Clause.Words;
import org.conjoint.search.Lexer.Piece;

/** Reads queries; whatever the text, the result is a query or problems with their places. */
final class QueryReader {

    /** The longest query, in UTF-16 units. */
    static final int LONGEST = 2000;

    /** The most words and filters in a query. */
    static final int MOST = 64;

    private static final Pattern FIELD = Pattern.compile("([\\p{L}_]+):(.*)", Pattern.DOTALL);
    private static final Pattern COMPARED = Pattern.compile("(>=|<=|>|<)(.*)", Pattern.DOTALL);

    private final Schema schema;
    private final List<Clause> clauses = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notices = new ArrayList<>();

    private QueryReader(Schema schema) {
        this.schema = schema;
    }

    static ReadQuery read(String query, Schema schema) {
        return new QueryReader(schema).read(query);
    }

    private ReadQuery read(String query) {
        if (query.length() > LONGEST) {
            var message = "A query has at most %d characters; this one has %d".formatted(LONGEST, query.length());
            return new ReadQuery(List.of(), List.of(new Problem(LONGEST, query.length(), message, null)), List.of());
        }
        var pieces = Lexer.cut(query);
        if (pieces.size() > MOST) {
            var message = "A query has at most %d words and filters; this one has %d".formatted(MOST, pieces.size());
            var first = pieces.get(MOST);
            return new ReadQuery(
                    List.of(), List.of(new Problem(first.from(), query.length(), message, null)), List.of());
        }
        for (var i = 0; i < pieces.size(); i++) {
            if (joins(pieces, i)) {
                either(pieces.get(++i));
            } else {
                piece(pieces.get(i));
            }
        }
        return new ReadQuery(clauses, problems, notices);
    }

    /** Whether the piece is an OR between two words. */
    private boolean joins(List<Piece> pieces, int i) {
        var text = pieces.get(i).text();
        return (text.equals("OR") || text.equals("|"))
                && i + 1 < pieces.size()
                && !clauses.isEmpty()
                && clauses.getLast() instanceof Words before
                && !before.excluded()
                && word(pieces.get(i + 1));
    }

    private boolean word(Piece piece) {
        return !piece.text().startsWith("-") && !FIELD.matcher(piece.text()).matches();
    }

    private void either(Piece piece) {
        var before = (Words) clauses.removeLast();
        var words = new ArrayList<>(before.anyOf());
        words.add(word(piece, piece.text()));
        clauses.add(new Words(before.from(), piece.to(), false, words));
    }

    private void piece(Piece piece) {
        var excluded = piece.text().startsWith("-") && piece.text().length() > 1;
        var text = excluded ? piece.text().substring(1) : piece.text();
        var field = FIELD.matcher(text);
        if (!Lexer.quote(text.charAt(0)) && field.matches()) {
            var named = field(piece, field.group(1), field.group(2));
            if (named.isPresent()) {
                filter(
                        piece,
                        excluded,
                        named.get(),
                        field.group(2),
                        piece.to() - field.group(2).length());
                return;
            }
        }
        clauses.add(new Words(piece.from(), piece.to(), excluded, List.of(word(piece, text))));
    }

    private Word word(Piece piece, String text) {
        if (Lexer.quote(text.charAt(0))) {
            if (piece.open()) {
                notices.add(new Problem(
                        piece.from(), piece.to(), "The quotation mark is not closed; it was read up to the end", null));
            }
            return new Word(Lexer.unquoted(text), true, false);
        }
        var prefix = text.length() > 1 && text.endsWith("*");
        return new Word(prefix ? text.substring(0, text.length() - 1) : text, false, prefix);
    }

    private Optional<Field> field(Piece piece, String name, String value) {
        var found = schema.find(name);
        if (found.isPresent() || value.isEmpty() || value.startsWith("//")) {
            return found;
        }
        var text = schema.texts().stream()
                .filter(field -> field.name().equals(Folding.code(name)))
                .findFirst();
        if (text.isPresent()) {
            notices.add(new Problem(
                    piece.from(),
                    piece.to(),
                    "To search in one place only, write the words and in:%s; here they were searched everywhere"
                            .formatted(text.get().name()),
                    value + " in:" + text.get().name()));
        } else {
            notices.add(new Problem(
                    piece.from(),
                    piece.to(),
                    "There is no field “%s”, so it was searched as words; fields are %s"
                            .formatted(name, String.join(", ", schema.names())),
                    Spelling.nearest(name, schema.names())
                            .map(meant -> meant + ":" + value)
                            .orElse(null)));
        }
        return found;
    }

    private void filter(Piece piece, boolean excluded, Field field, String values, int at) {
        var conditions = new ArrayList<Condition>();
        var from = at;
        for (var value : split(values)) {
            condition(field, Lexer.unquoted(value), from, from + value.length()).ifPresent(conditions::add);
            from += value.length() + 1;
        }
        if (!conditions.isEmpty()) {
            clauses.add(new Filter(piece.from(), piece.to(), excluded, field, conditions));
        }
    }

    private Optional<Condition> condition(Field field, String value, int from, int to) {
        if (value.isBlank()) {
            problems.add(new Problem(from, to, "A value is missing after “%s:”".formatted(field.name()), null));
            return Optional.empty();
        }
        return field.kind() == FieldKind.INSTANT ? time(field, value, from, to) : code(field, value, from, to);
    }

    private Optional<Condition> code(Field field, String value, int from, int to) {
        if (value.length() > 1 && value.endsWith("*")) {
            return Optional.of(new Condition.Begins(value.substring(0, value.length() - 1)));
        }
        if (!field.values().isEmpty()
                && field.values().stream()
                        .noneMatch(known -> Folding.code(known).equals(Folding.code(value)))) {
            problems.add(new Problem(
                    from,
                    to,
                    "“%s” is not a value of %s; use %s"
                            .formatted(value, field.name(), String.join(", ", field.values())),
                    Spelling.nearest(value, field.values()).orElse(null)));
            return Optional.empty();
        }
        return Optional.of(new Condition.Is(value, from, to));
    }

    private Optional<Condition> time(Field field, String value, int from, int to) {
        var range = value.indexOf("..");
        var compared = COMPARED.matcher(value);
        Optional<? extends Condition> read;
        if (range >= 0) {
            read = range(value.substring(0, range), value.substring(range + 2));
        } else if (compared.matches()) {
            read = Period.read(compared.group(2)).map(period -> compared(compared.group(1), period));
        } else {
            read = Period.read(value).map(period -> new Condition.Within(period.from(), period.before()));
        }
        if (read.isEmpty()) {
            problems.add(new Problem(
                    from,
                    to,
                    "“%s” is not a time; write %s:2026, :2026-03, :2026-03-31, :>2026-03-31 or :2026-01..2026-03"
                            .formatted(value, field.name()),
                    null));
        }
        return read.map(condition -> condition);
    }

    private static Optional<Condition.Within> range(String first, String last) {
        var from = Period.read(first);
        var to = Period.read(last);
        if (from.isEmpty() && !first.isEmpty() || to.isEmpty() && !last.isEmpty() || from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Condition.Within(
                from.map(Period::from).orElse(null), to.map(Period::before).orElse(null)));
    }

    private static Condition.Within compared(String sign, Period period) {
        return switch (sign) {
            case ">" -> new Condition.Within(period.before(), null);
            case ">=" -> new Condition.Within(period.from(), null);
            case "<" -> new Condition.Within(null, period.from());
            default -> new Condition.Within(null, period.before());
        };
    }

    /** The values between commas that stand outside quotation marks. */
    static List<String> split(String values) {
        var all = new ArrayList<String>();
        var quoted = false;
        var from = 0;
        for (var at = 0; at < values.length(); at++) {
            if (Lexer.quote(values.charAt(at))) {
                quoted = !quoted;
            } else if (values.charAt(at) == ',' && !quoted) {
                all.add(values.substring(from, at));
                from = at + 1;
            }
        }
        all.add(values.substring(from));
        return all;
    }
}
