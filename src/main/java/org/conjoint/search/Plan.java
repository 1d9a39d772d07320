package org.conjoint.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.conjoint.search.Clause.Condition;
import org.conjoint.search.Clause.Filter;
import org.conjoint.search.SearchRequest.Words;
import org.jspecify.annotations.Nullable;

/** A query that has been read, as Lucene's queries over entries and children. */
final class Plan {
    static final Query ENTRIES = new TermQuery(new Term(Names.ROLE, Names.ENTRY));
    static final Query CHILDREN = new TermQuery(new Term(Names.ROLE, Names.CHILD));
    /** Where the blocks end. */
    static final BitSetProducer BLOCKS = new QueryBitSetProducer(ENTRIES);

    private final Schema schema;
    private final WordQueries words;
    private final Words wanted;
    private final List<Clause.Words> texts;
    private final List<Filter> filters;
    private final List<Problem> notices = new ArrayList<>();
    private final Map<String, List<Query>> marks = new TreeMap<>();

    Plan(ReadQuery query, Schema schema, WordQueries words, Words wanted) {
        this.schema = schema;
        this.words = words;
        this.wanted = wanted;
        this.texts = query.words();
        this.filters = query.filters();
        notices.addAll(query.notices());
        for (var text : texts) {
            var meaning = words.of(text.anyOf(), places(null), true);
            if (meaning.isEmpty()) {
                notices.add(new Problem(
                        text.from(), text.to(), "Nothing in this can be searched for, so it was left out", null));
            } else if (!text.excluded()) {
                meaning.get()
                        .marks()
                        .forEach((name, queries) -> marks.computeIfAbsent(name, any -> new ArrayList<>())
                                .addAll(queries));
            }
        }
    }

    List<Problem> notices() {
        return notices;
    }

    /** By the name of each analysed field, the queries whose words are marked there. */
    Map<String, List<Query>> marks() {
        return marks;
    }

    boolean hasWords() {
        return texts.stream().anyMatch(text -> !text.excluded());
    }

    /** The entries that match. */
    Query entries() {
        return entries(null, filtersChildren(null), null);
    }

    /** The children for which the filters on children hold. */
    Query children() {
        return children(null, filtersChildren(null));
    }

    /** The entries that match when words have to be found in one text field, filters on text fields taken away. */
    Query entriesWithWordsIn(Field text) {
        return entries(schema.in(), filtersChildren(null), text);
    }

    /** What to count for a field: the values of entries, or of children whose entry matches. */
    Scope scope(Field field) {
        var onChildren = field.level() == Level.CHILD || field.level() == Level.EITHER && filtersChildren(field);
        if (onChildren) {
            return new Scope(entries(field, true, null), children(field, true));
        }
        return new Scope(entries(field, filtersChildren(field), null), null);
    }

    /**
     * Whose values are counted.
     *
     * @param children null to count the values of the entries themselves
     */
    record Scope(Query entries, @Nullable Query children) {}

    private boolean filtersChildren(@Nullable Field without) {
        return positive(without).anyMatch(filter -> filter.field().level() == Level.CHILD);
    }

    private java.util.stream.Stream<Filter> positive(@Nullable Field without) {
        return filters.stream().filter(filter -> !filter.excluded() && !Objects.equals(filter.field(), without));
    }

    private Query entries(@Nullable Field without, boolean filtersChildren, @Nullable Field onlyIn) {
        var query = new BooleanQuery.Builder().add(ENTRIES, Occur.FILTER);
        addWords(query, places(without), onlyIn);
        for (var filter : merged(without)) {
            if (!filter.field().equals(schema.in()) && !onChild(filter.field(), filtersChildren)) {
                query.add(of(filter), Occur.FILTER);
            }
        }
        if (positive(without).anyMatch(filter -> onChild(filter.field(), filtersChildren))) {
            query.add(WordQueries.toEntries(children(without, filtersChildren), ScoreMode.None), Occur.FILTER);
        }
        for (var filter : filters) {
            if (filter.excluded() && !filter.field().equals(schema.in())) {
                query.add(
                        filter.field().level() == Level.CHILD
                                ? WordQueries.toEntries(of(filter), ScoreMode.None)
                                : of(filter),
                        Occur.MUST_NOT);
            }
        }
        return query.build();
    }

    private Query children(@Nullable Field without, boolean filtersChildren) {
        var query = new BooleanQuery.Builder().add(CHILDREN, Occur.FILTER);
        for (var filter : merged(without)) {
            if (onChild(filter.field(), filtersChildren)) {
                query.add(of(filter), Occur.FILTER);
            }
        }
        return query.build();
    }

    private static boolean onChild(Field field, boolean filtersChildren) {
        return field.level() == Level.CHILD || field.level() == Level.EITHER && filtersChildren;
    }

    /** One filter for each field: several on the same field mean either. */
    private List<Filter> merged(@Nullable Field without) {
        var byField = new TreeMap<String, Filter>();
        positive(without)
                .forEach(filter -> byField.merge(filter.field().name(), filter, (one, other) -> {
                    var either = new ArrayList<>(one.anyOf());
                    either.addAll(other.anyOf());
                    return new Filter(one.from(), other.to(), false, one.field(), either);
                }));
        return List.copyOf(byField.values());
    }

    private void addWords(BooleanQuery.Builder query, List<Field> places, @Nullable Field onlyIn) {
        var fields = onlyIn == null ? places : List.of(onlyIn);
        var everywhere = onlyIn == null && fields.size() == schema.texts().size();
        var needed = 0;
        var all = new BooleanQuery.Builder();
        for (var text : texts) {
            var meaning = words.of(text.anyOf(), fields, everywhere);
            if (meaning.isEmpty()) {
                continue;
            }
            var optional = wanted == Words.ANY || meaning.get().optional();
            all.add(meaning.get().entries(), text.excluded() ? Occur.MUST_NOT : optional ? Occur.SHOULD : Occur.MUST);
            needed += text.excluded() || optional ? 0 : 1;
        }
        var built = all.build();
        if (built.clauses().isEmpty()) {
            return;
        }
        var hasPositive = built.clauses().stream().anyMatch(clause -> clause.occur() != Occur.MUST_NOT);
        if (needed == 0 && hasPositive) {
            all.setMinimumNumberShouldMatch(1);
        }
        if (hasPositive) {
            query.add(all.build(), Occur.MUST);
        } else {
            built.clauses().forEach(query::add);
        }
    }

    /** The text fields in which words have to be found. */
    private List<Field> places(@Nullable Field without) {
        var named = new ArrayList<String>();
        var excluded = new ArrayList<String>();
        for (var filter : filters) {
            if (filter.field().equals(schema.in()) && !filter.field().equals(without)) {
                filter.anyOf().stream()
                        .filter(Condition.Is.class::isInstance)
                        .map(Condition.Is.class::cast)
                        .map(is -> Folding.code(is.value()))
                        .forEach((filter.excluded() ? excluded : named)::add);
            }
        }
        return schema.texts().stream()
                .filter(field -> named.isEmpty() || named.contains(field.name()))
                .filter(field -> !excluded.contains(field.name()))
                .toList();
    }

    private static Query of(Filter filter) {
        var either = new BooleanQuery.Builder();
        filter.anyOf().forEach(condition -> either.add(of(filter.field(), condition), Occur.SHOULD));
        var query = either.build();
        return switch (query.clauses().size()) {
            case 0 -> new MatchNoDocsQuery("no value");
            case 1 -> new ConstantScoreQuery(query.clauses().getFirst().query());
            default -> new ConstantScoreQuery(query);
        };
    }

    private static Query of(Field field, Condition condition) {
        return switch (condition) {
            case Condition.Is is -> new TermQuery(new Term(field.name(), Folding.code(is.value())));
            case Condition.Begins begins ->
                new org.apache.lucene.search.PrefixQuery(new Term(field.name(), Folding.code(begins.prefix())));
            case Condition.Within within ->
                org.apache.lucene.document.LongField.newRangeQuery(
                        field.name(),
                        within.from() == null ? Long.MIN_VALUE : within.from().toEpochMilli(),
                        within.before() == null
                                ? Long.MAX_VALUE
                                : within.before().toEpochMilli() - 1);
        };
    }
}
