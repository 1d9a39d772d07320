package org.conjoint.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.QueryBuilder;
import org.conjoint.search.Clause.Word;

/** Turns words into queries over all text fields in all languages that the index has. */
final class WordQueries {
    /** What the second best place of a word adds to its best. */
    private static final float OTHER_PLACES = 0.1f;
    /** A word found by the analysis for every language counts less than one found by that of its language. */
    private static final float GENERAL = 0.6f;

    private final Schema schema;
    private final Set<String> languages;
    private final Analyzer analyzer;
    private final QueryBuilder builder;

    /** @param languages those in which the index has texts */
    WordQueries(Schema schema, Set<String> languages, Analyzer analyzer) {
        this.schema = schema;
        this.languages = languages;
        this.analyzer = analyzer;
        this.builder = new QueryBuilder(analyzer);
    }

    /**
     * What a word means.
     *
     * @param entries matches entries with the word
     * @param optional whether some language counts it among the words that say nothing
     * @param marks by the name of each analysed field, what to mark there
     */
    record Meaning(Query entries, boolean optional, Map<String, List<Query>> marks) {}

    /**
     * Words of which one has to be found, or nothing when none of them has anything to search for.
     *
     * @param fields the text fields to search; codes found by words are searched only if {@code codes}
     */
    Optional<Meaning> of(List<Word> anyOf, List<Field> fields, boolean codes) {
        var marks = new TreeMap<String, List<Query>>();
        var places = new ArrayList<Query>();
        var inChildren = new ArrayList<Query>();
        var optional = false;
        for (var word : anyOf) {
            for (var field : fields) {
                var place = place(word, field, marks);
                place.ifPresent(found -> (field.level() == Level.CHILD ? inChildren : places).add(found));
                optional |= place.isPresent() && stopped(word, field);
            }
            if (codes) {
                for (var field : schema.fields()) {
                    if (field.kind() == FieldKind.KEYWORD && field.inWords()) {
                        code(word, field).ifPresent(field.level() == Level.CHILD ? inChildren::add : places::add);
                    }
                }
            }
        }
        if (!inChildren.isEmpty()) {
            places.add(toEntries(best(inChildren), ScoreMode.Max));
        }
        var searchable = anyOf.stream().anyMatch(word -> word.prefix() || searchable(word));
        return searchable ? Optional.of(new Meaning(best(places), optional, marks)) : Optional.empty();
    }

    /** Entries of which a child matches. */
    static Query toEntries(Query children, ScoreMode scores) {
        var only = new BooleanQuery.Builder()
                .add(children, Occur.MUST)
                .add(Plan.CHILDREN, Occur.FILTER)
                .build();
        return new ToParentBlockJoinQuery(only, Plan.BLOCKS, scores);
    }

    private static Query best(List<Query> places) {
        return places.size() == 1 ? places.getFirst() : new DisjunctionMaxQuery(places, OTHER_PLACES);
    }

    private Optional<Query> place(Word word, Field field, Map<String, List<Query>> marks) {
        var ways = new ArrayList<Query>();
        analysed(word, field.name()).ifPresent(query -> {
            marks.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(query);
            ways.add(new BoostQuery(query, languages.isEmpty() ? 1 : GENERAL));
        });
        if (!word.prefix()) {
            for (var language : languages) {
                var name = Languages.name(field.name(), language);
                analysed(word, name).ifPresent(query -> {
                    marks.computeIfAbsent(name, any -> new ArrayList<>()).add(query);
                    ways.add(query);
                });
            }
        }
        return ways.isEmpty()
                ? Optional.empty()
                : Optional.of(new BoostQuery(new DisjunctionMaxQuery(ways, 0), field.weight()));
    }

    private Optional<Query> analysed(Word word, String name) {
        if (word.prefix()) {
            return Optional.of(new PrefixQuery(new Term(name, analyzer.normalize(name, word.text()))));
        }
        return Optional.ofNullable(builder.createPhraseQuery(name, word.text()));
    }

    private Optional<Query> code(Word word, Field field) {
        var folded = Folding.code(word.text());
        if (folded.isBlank()) {
            return Optional.empty();
        }
        var term = new Term(field.name(), folded);
        return Optional.of(word.prefix() ? new PrefixQuery(term) : new TermQuery(term));
    }

    private boolean searchable(Word word) {
        return schema.texts().stream().anyMatch(field -> builder.createPhraseQuery(field.name(), word.text()) != null);
    }

    /** Whether a language leaves the word out. */
    private boolean stopped(Word word, Field field) {
        return !word.prefix()
                && languages.stream()
                        .anyMatch(language ->
                                builder.createPhraseQuery(Languages.name(field.name(), language), word.text()) == null);
    }
}
