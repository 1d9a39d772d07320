package org.conjoint.search;

import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.conjoint.search.Plan.Scope;
import org.conjoint.search.SearchOutcome.Count;

/** Counts the entries for each value of the counted fields. */
final class Counting {
    /** Values listed for a field at most; months are all listed. */
    private static final int MOST_VALUES = 50;

    private final IndexSearcher searcher;
    private final Plan plan;
    private final Map<Query, List<FixedBitSet>> found = new HashMap<>();

    Counting(IndexSearcher searcher, Plan plan) {
        this.searcher = searcher;
        this.plan = plan;
    }

    Map<String, List<Count>> count(Schema schema) throws IOException {
        var counts = new LinkedHashMap<String, List<Count>>();
        var scopes = new LinkedHashMap<Scope, List<Field>>();
        for (var field : schema.fields()) {
            if (field.facet()) {
                scopes.computeIfAbsent(plan.scope(field), scope -> new ArrayList<>())
                        .add(field);
            }
        }
        for (var scope : scopes.entrySet()) {
            count(scope.getKey(), scope.getValue(), counts);
        }
        if (plan.hasWords()) {
            var places = new ArrayList<Count>();
            for (var text : schema.texts()) {
                places.add(new Count(text.name(), searcher.count(plan.entriesWithWordsIn(text))));
            }
            counts.put(schema.in().name(), places);
        }
        return counts;
    }

    private void count(Scope scope, List<Field> fields, Map<String, List<Count>> counts) throws IOException {
        var totals = new HashMap<Field, Map<String, Long>>();
        var entries = entries(scope.entries());
        for (var leaf : searcher.getIndexReader().leaves()) {
            var tallies = new ArrayList<Tally>();
            for (var field : fields) {
                tallies.add(Tally.of(leaf.reader(), field));
            }
            count(leaf, entries.get(leaf.ord), scope, tallies);
            for (var i = 0; i < fields.size(); i++) {
                tallies.get(i).into(totals.computeIfAbsent(fields.get(i), field -> new HashMap<>()));
            }
        }
        for (var field : fields) {
            counts.put(field.name(), listed(field, totals.getOrDefault(field, Map.of())));
        }
    }

    private void count(LeafReaderContext leaf, FixedBitSet entries, Scope scope, List<Tally> tallies)
            throws IOException {
        if (scope.children() == null) {
            for (var entry = next(entries, 0);
                    entry != DocIdSetIterator.NO_MORE_DOCS;
                    entry = next(entries, entry + 1)) {
                for (var tally : tallies) {
                    tally.add(entry, entry);
                }
            }
            return;
        }
        var blocks = Plan.BLOCKS.getBitSet(leaf);
        var scorer = weight(scope.children()).scorer(leaf);
        if (scorer == null || blocks == null) {
            return;
        }
        var children = scorer.iterator();
        for (var child = children.nextDoc(); child != DocIdSetIterator.NO_MORE_DOCS; child = children.nextDoc()) {
            var entry = blocks.nextSetBit(child);
            if (entries.get(entry)) {
                for (var tally : tallies) {
                    tally.add(child, entry);
                }
            }
        }
    }

    /** The matching entries of each segment; deleted ones left out. */
    private List<FixedBitSet> entries(Query query) throws IOException {
        var known = found.get(query);
        if (known != null) {
            return known;
        }
        var weight = weight(query);
        var all = new ArrayList<FixedBitSet>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            var bits = new FixedBitSet(leaf.reader().maxDoc());
            var scorer = weight.scorer(leaf);
            var live = leaf.reader().getLiveDocs();
            if (scorer != null) {
                var entries = scorer.iterator();
                for (var doc = entries.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = entries.nextDoc()) {
                    if (live == null || live.get(doc)) {
                        bits.set(doc);
                    }
                }
            }
            all.add(bits);
        }
        found.put(query, all);
        return all;
    }

    private Weight weight(Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    private static int next(FixedBitSet bits, int from) {
        return from >= bits.length() ? DocIdSetIterator.NO_MORE_DOCS : bits.nextSetBit(from);
    }

    private static List<Count> listed(Field field, Map<String, Long> totals) {
        var byCount = Comparator.comparingLong(Count::entries).reversed().thenComparing(Count::value);
        var order = field.kind() == FieldKind.INSTANT ? Comparator.comparing(Count::value) : byCount;
        return totals.entrySet().stream()
                .map(total -> new Count(total.getKey(), total.getValue()))
                .sorted(order)
                .limit(field.kind() == FieldKind.INSTANT ? Long.MAX_VALUE : MOST_VALUES)
                .toList();
    }

    /** Counts the values of one field in one segment, each entry once for a value. */
    private sealed interface Tally {
        void add(int doc, int entry) throws IOException;

        void into(Map<String, Long> totals) throws IOException;

        static Tally of(LeafReader reader, Field field) throws IOException {
            return field.kind() == FieldKind.INSTANT ? new Months(reader, field) : new Codes(reader, field);
        }
    }

    private static final class Codes implements Tally {
        private final org.apache.lucene.index.SortedSetDocValues values;
        private final long[] counts;
        private final int[] last;

        Codes(LeafReader reader, Field field) throws IOException {
            values = DocValues.getSortedSet(reader, field.name());
            counts = new long[(int) values.getValueCount()];
            last = new int[counts.length];
            java.util.Arrays.fill(last, -1);
        }

        @Override
        public void add(int doc, int entry) throws IOException {
            if (values.advanceExact(doc)) {
                for (var i = 0; i < values.docValueCount(); i++) {
                    var value = (int) values.nextOrd();
                    if (last[value] != entry) {
                        last[value] = entry;
                        counts[value]++;
                    }
                }
            }
        }

        @Override
        public void into(Map<String, Long> totals) throws IOException {
            for (var i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    totals.merge(values.lookupOrd(i).utf8ToString(), counts[i], Long::sum);
                }
            }
        }
    }

    private static final class Months implements Tally {
        private final org.apache.lucene.index.SortedNumericDocValues values;
        private final Map<YearMonth, int[]> months = new HashMap<>();

        Months(LeafReader reader, Field field) throws IOException {
            values = DocValues.getSortedNumeric(reader, field.name());
        }

        @Override
        public void add(int doc, int entry) throws IOException {
            if (values.advanceExact(doc)) {
                for (var i = 0; i < values.docValueCount(); i++) {
                    var month = YearMonth.from(
                            Instant.ofEpochMilli(values.nextValue()).atZone(ZoneOffset.UTC));
                    var count = months.computeIfAbsent(month, any -> new int[] {0, -1});
                    if (count[1] != entry) {
                        count[1] = entry;
                        count[0]++;
                    }
                }
            }
        }

        @Override
        public void into(Map<String, Long> totals) {
            months.forEach((month, count) -> totals.merge(month.toString(), (long) count[0], Long::sum));
        }
    }
}
