package org.conjoint.search;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.conjoint.search.Passage.Mark;

/** Finds the words of a query in a text again, and the stretch of it that is worth showing. */
final class Marker {
    /** Texts up to this length are shown whole, in UTF-16 units. */
    private static final int SHORT = 280;
    /** What is shown before the first word found in a longer text. */
    private static final int LEAD = 80;
    /** Nothing is marked beyond this place of a text, in UTF-16 units. */
    private static final int FAR = 200_000;

    private final Map<String, Query> queries = new HashMap<>();
    private final UnifiedHighlighter highlighter;

    /** @param queries by the name of each analysed field, what to mark there */
    Marker(Map<String, List<Query>> queries, Analyzer analyzer) {
        queries.forEach((name, all) -> {
            var either = new BooleanQuery.Builder();
            all.forEach(query -> either.add(query, Occur.SHOULD));
            this.queries.put(name, either.build());
        });
        this.highlighter = UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withBreakIterator(WholeBreakIterator::new)
                .withMaxLength(FAR)
                .withMaxNoHighlightPassages(0)
                .withFormatter(new Places())
                .build();
    }

    Passage passage(String field, String text, String language) throws IOException {
        var marks = new ArrayList<Mark>(marks(field, text));
        var known = Languages.known(language);
        if (known.isPresent()) {
            marks.addAll(marks(Languages.name(field, known.get()), text));
        }
        return cut(text, language, merged(marks));
    }

    private List<Mark> marks(String name, String text) throws IOException {
        var wanted = queries.get(name);
        if (wanted == null || text.isEmpty()) {
            return List.of();
        }
        var places = (Object) highlighter.highlightWithoutSearcher(name, wanted, text, 1);
        if (!(places instanceof List<?> list)) {
            return List.of();
        }
        return list.stream().map(Mark.class::cast).toList();
    }

    /** Marks in order; those that overlap or touch made one. */
    private static List<Mark> merged(List<Mark> marks) {
        marks.sort(Comparator.comparingInt(Mark::from).thenComparingInt(Mark::to));
        var apart = new ArrayList<Mark>();
        for (var mark : marks) {
            if (!apart.isEmpty() && mark.from() <= apart.getLast().to()) {
                var last = apart.removeLast();
                apart.add(new Mark(last.from(), Math.max(last.to(), mark.to())));
            } else {
                apart.add(mark);
            }
        }
        return apart;
    }

    private static Passage cut(String text, String language, List<Mark> marks) {
        if (text.length() <= SHORT) {
            return new Passage(language, text, 0, text.length(), marks);
        }
        var words = BreakIterator.getWordInstance(ULocale.forLanguageTag(language));
        words.setText(text);
        var first = marks.isEmpty() ? 0 : marks.getFirst().from();
        var from = first <= LEAD ? 0 : before(words, first - LEAD);
        var to = text.length() - from <= SHORT ? text.length() : before(words, from + SHORT);
        if (!marks.isEmpty()) {
            to = Math.max(to, marks.getFirst().to());
        }
        var end = to;
        var inside = marks.stream()
                .filter(mark -> mark.to() <= end)
                .map(mark -> new Mark(mark.from() - from, mark.to() - from))
                .toList();
        return new Passage(language, text.substring(from, to), from, text.length(), inside);
    }

    private static int before(BreakIterator words, int place) {
        return words.isBoundary(place) ? place : Math.max(0, words.preceding(place));
    }

    /** Gives the places back in which words were found. */
    private static final class Places extends PassageFormatter {
        @Override
        public List<Mark> format(org.apache.lucene.search.uhighlight.Passage[] passages, String content) {
            var marks = new ArrayList<Mark>();
            for (var passage : passages) {
                for (var i = 0; i < passage.getNumMatches(); i++) {
                    marks.add(new Mark(passage.getMatchStarts()[i], passage.getMatchEnds()[i]));
                }
            }
            return marks;
        }
    }
}
