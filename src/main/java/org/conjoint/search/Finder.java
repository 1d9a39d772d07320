package org.conjoint.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.conjoint.search.Hit.ChildHit;
import org.conjoint.search.SearchOutcome.Page;
import org.jspecify.annotations.Nullable;

/** Answers requests on one view of the index. */
final class Finder {
    private final Schema schema;
    private final Languages analyzer;
    private final IndexSearcher searcher;

    Finder(Schema schema, Languages analyzer, IndexSearcher searcher) {
        this.schema = schema;
        this.analyzer = analyzer;
        this.searcher = searcher;
    }

    /** @param view names the view for a following page; asked only when there is one */
    Page find(ReadQuery query, SearchRequest request, @Nullable Cursor after, ToLongFunction<IndexSearcher> view)
            throws IOException {
        var start = System.nanoTime();
        var plan = new Plan(query, schema, new WordQueries(schema, languages(), analyzer), request.words());
        var sort = sort(request.order(), plan.hasWords());
        var top = searcher.search(
                plan.entries(),
                new TopFieldCollectorManager(
                        sort, request.limit() + 1, after == null ? null : place(after, sort), Integer.MAX_VALUE));
        var docs = top.scoreDocs;
        var more = docs.length > request.limit();
        var shown = more ? request.limit() : docs.length;
        var marker = new Marker(plan.marks(), analyzer);
        var matching = searcher.createWeight(searcher.rewrite(plan.children()), ScoreMode.COMPLETE_NO_SCORES, 1);
        var hits = new ArrayList<Hit>();
        for (var i = 0; i < shown; i++) {
            hits.add(hit(docs[i].doc, matching, marker));
        }
        var next = more
                ? cursor((FieldDoc) docs[shown - 1], sort, view.applyAsLong(searcher))
                        .write()
                : null;
        var counts = request.counts()
                ? new Counting(searcher, plan).count(schema)
                : Map.<String, List<SearchOutcome.Count>>of();
        var took = Duration.ofNanos(System.nanoTime() - start);
        return new Page(hits, top.totalHits.value(), next, counts, plan.notices(), took);
    }

    private Set<String> languages() {
        var languages = new HashSet<String>();
        for (var info : FieldInfos.getMergedFieldInfos(searcher.getIndexReader())) {
            Languages.language(info.name).ifPresent(languages::add);
        }
        return languages;
    }

    private static Sort sort(SearchRequest.Order order, boolean words) {
        var id = new SortField(Names.KEY, SortField.Type.STRING);
        var newest = new SortField(Names.AT, SortField.Type.LONG, true);
        return switch (order) {
            case BEST -> words ? new Sort(SortField.FIELD_SCORE, newest, id) : new Sort(newest, id);
            case NEWEST -> new Sort(newest, id);
            case OLDEST -> new Sort(new SortField(Names.AT, SortField.Type.LONG), id);
        };
    }

    private static FieldDoc place(Cursor after, Sort sort) {
        var id = new BytesRef(after.id());
        Object[] fields = byScore(sort) ? new Object[] {after.score(), after.at(), id} : new Object[] {after.at(), id};
        return new FieldDoc(Integer.MAX_VALUE, after.score(), fields);
    }

    private static Cursor cursor(FieldDoc last, Sort sort, long view) {
        var fields = last.fields;
        var scored = byScore(sort);
        return new Cursor(
                view,
                scored ? (Float) fields[0] : 0,
                (Long) fields[scored ? 1 : 0],
                ((BytesRef) fields[scored ? 2 : 1]).utf8ToString());
    }

    private static boolean byScore(Sort sort) {
        return sort.getSort()[0].getType() == SortField.Type.SCORE;
    }

    private Hit hit(int doc, Weight matching, Marker marker) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        var entry = doc - leaf.docBase;
        var stored = leaf.reader().storedFields();
        var matches = matching(leaf, entry, matching);
        var children = new ArrayList<ChildHit>();
        for (var child = first(leaf, entry); child < entry; child++) {
            var document = stored.document(child);
            children.add(
                    new ChildHit(id(document), values(document), passages(document, marker), matches.contains(child)));
        }
        var document = stored.document(entry);
        return new Hit(id(document), values(document), passages(document, marker), children);
    }

    private static int first(LeafReaderContext leaf, int entry) throws IOException {
        var blocks = Plan.BLOCKS.getBitSet(leaf);
        return entry == 0 || blocks == null ? 0 : blocks.prevSetBit(entry - 1) + 1;
    }

    private static Set<Integer> matching(LeafReaderContext leaf, int entry, Weight matching) throws IOException {
        var found = new HashSet<Integer>();
        var scorer = matching.scorer(leaf);
        if (scorer == null || first(leaf, entry) == entry) {
            return found;
        }
        var children = scorer.iterator();
        for (var child = children.advance(first(leaf, entry));
                child != DocIdSetIterator.NO_MORE_DOCS && child < entry;
                child = children.nextDoc()) {
            found.add(child);
        }
        return found;
    }

    private static String id(Document document) {
        return document.get(Names.ID);
    }

    private static Map<String, List<String>> values(Document document) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var field : document.getFields()) {
            if (!field.name().startsWith("_")) {
                values.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(field.stringValue());
            }
        }
        return values;
    }

    private static Map<String, Passage> passages(Document document, Marker marker) throws IOException {
        var passages = new HashMap<String, Passage>();
        for (var stored : document.getFields()) {
            var field = Names.fieldOfText(stored.name());
            if (field.isPresent()) {
                var language = Names.languageOf(document, field.get());
                passages.put(field.get(), marker.passage(field.get(), stored.stringValue(), language));
            }
        }
        return passages;
    }
}
