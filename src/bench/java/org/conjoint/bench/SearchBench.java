package org.conjoint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.conjoint.access.Accounts;
import org.conjoint.content.PostData;
import org.conjoint.content.Posts;
import org.conjoint.discovery.FoundPosts;
import org.conjoint.discovery.PostSearch;
import org.conjoint.discovery.Reindex;
import org.conjoint.search.SearchRequest.Order;
import org.conjoint.testing.HeadlessApplication;
import org.conjoint.testing.People;
import org.conjoint.testing.TestDatabase;
import org.conjoint.work.QueueData;
import org.conjoint.work.Queues;
import org.conjoint.work.Subject;
import org.conjoint.work.SubjectKind;
import org.springframework.context.ApplicationContext;

/**
 * The index: how fast posts get into it, how long queries take, and how soon a verdict is found while eight raters submit
 * as fast as they can; beside Lucene with one document a caption, in the same run.
 */
public final class SearchBench {

    private static final int AT_ONCE = 1000;
    private static final int RATERS = 8;
    private static final int ONE_IN = 20;
    private static final int PLAIN_COMMITS = 300;
    private static final int QUERIES = 2000;
    private static final Duration LONG = Duration.ofMinutes(30);

    private final ApplicationContext context;
    private final Accounts accounts;
    private final PostSearch search;
    private final Reindex index;
    private final int count;
    private final int seconds;

    private SearchBench(ApplicationContext context, int count, int seconds) {
        this.context = context;
        this.accounts = context.getBean(Accounts.class);
        this.search = context.getBean(PostSearch.class);
        this.index = context.getBean(Reindex.class);
        this.count = count;
        this.seconds = seconds;
    }

    /** Usage: {@code [posts] [seconds] [h2|postgresql|both]}; 100,000 posts, 30 seconds of load, H2. */
    public static void main(String[] arguments) throws Exception {
        var count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        var databases = arguments.length > 2 ? arguments[2] : "h2";
        for (var database : databases.equals("both") ? List.of("h2", "postgresql") : List.of(databases)) {
            var options = new ArrayList<>(List.of("--logging.level.root=error", "--logging.level.org.conjoint=warn"));
            if (database.equals("postgresql")) {
                options.addAll(HeadlessApplication.postgresql(TestDatabase.newPostgresDatabase()));
            }
            System.out.printf("%n%s, %,d posts%n", database, count);
            try (var context = HeadlessApplication.start(TestDatabase.newFolder(), options);
                    var plain = new PlainLucene(Files.createTempDirectory("plain-lucene"))) {
                new SearchBench(context, count, seconds).run(plain);
            }
        }
        System.exit(0);
    }

    private void run(PlainLucene plain) throws Exception {
        accounts.runAsSystem(() -> index.awaitCaughtUp(LONG));
        var captions = new Captions();
        var texts = IntStream.range(0, count).mapToObj(i -> captions.next()).toList();
        var subjects = fill(texts, plain);
        queries(plain);
        load(subjects, plain);
    }

    private List<Subject> fill(List<String> texts, PlainLucene plain) throws IOException {
        var posts = context.getBean(Posts.class);
        var subjects = new ArrayList<Subject>();
        var begin = System.nanoTime();
        for (var from = 0; from < count; from += AT_ONCE) {
            var some = IntStream.range(from, Math.min(count, from + AT_ONCE))
                    .mapToObj(i -> post(i, texts.get(i)))
                    .toList();
            accounts.runAsSystem(() -> posts.putAll(some))
                    .forEach(put ->
                            subjects.add(new Subject(SubjectKind.POST, put.id().value(), put.revision())));
        }
        accounts.runAsSystem(() -> index.awaitCaughtUp(LONG));
        var following = count / seconds(begin);
        begin = System.nanoTime();
        accounts.runAsSystem(() -> index.run(progress -> {}));
        var rebuilding = count / seconds(begin);
        begin = System.nanoTime();
        for (var i = 0; i < count; i++) {
            plain.put("post-" + i, texts.get(i));
        }
        plain.commitAndReopen();
        var bare = count / seconds(begin);
        System.out.printf("%-44s %,10.0f posts/s%n", "stored and followed by the index", following);
        System.out.printf(
                "%-44s %,10.0f posts/s %8.2f of plain%n",
                "built again from the database", rebuilding, rebuilding / bare);
        System.out.printf("%-44s %,10.0f posts/s%n", "plain Lucene, captions alone", bare);
        return subjects;
    }

    private static PostData post(int number, String caption) {
        return new PostData("post-" + number, caption, null, "en", null, null, "bench", null, null, null, null);
    }

    /** A query of ours and what comes nearest to it in plain Lucene, both made of the rank of a word. */
    private record Asked(IntFunction<String> ours, IntFunction<Query> plain) {}

    private void queries(PlainLucene plain) throws Exception {
        var kinds = new LinkedHashMap<String, Asked>();
        kinds.put("a word", new Asked(Captions::word, rank -> new TermQuery(term(rank))));
        kinds.put(
                "two words, one of them frequent",
                new Asked(rank -> Captions.word(rank % 5) + " " + Captions.word(rank), rank -> both(rank % 5, rank)));
        kinds.put(
                "a phrase",
                new Asked(
                        rank -> "\"" + Captions.word(rank % 5) + " " + Captions.word(rank) + "\"",
                        rank -> new PhraseQuery("caption", Captions.word(rank % 5), Captions.word(rank))));
        kinds.put(
                "the beginning of a word",
                new Asked(
                        rank -> Captions.word(rank).substring(0, 7) + "*",
                        rank -> new PrefixQuery(
                                new Term("caption", Captions.word(rank).substring(0, 7)))));
        kinds.put(
                "a word and a filter",
                new Asked(rank -> "is:unjudged lang:en " + Captions.word(rank), rank -> new TermQuery(term(rank))));
        System.out.printf("%-44s %10s %10s %10s %10s%n", "queries", "p50 ms", "p99 ms", "plain p50", "plain p99");
        for (var kind : kinds.entrySet()) {
            ours(kind.getValue(), QUERIES / 2);
            var own = ours(kind.getValue(), QUERIES);
            bare(plain, kind.getValue(), QUERIES / 2);
            var reference = bare(plain, kind.getValue(), QUERIES);
            System.out.printf(
                    "%-44s %10.2f %10.2f %10.2f %10.2f%n",
                    kind.getKey(),
                    Shifts.millis(own, 0.5),
                    Shifts.millis(own, 0.99),
                    Shifts.millis(reference, 0.5),
                    Shifts.millis(reference, 0.99));
        }
    }

    private static Term term(int rank) {
        return new Term("caption", Captions.word(rank));
    }

    private static Query both(int first, int second) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(term(first)), Occur.MUST)
                .add(new TermQuery(term(second)), Occur.MUST)
                .build();
    }

    private long[] ours(Asked asked, int times) {
        var ranks = new Captions();
        return accounts.runAsSystem(() -> {
            var nanos = new long[times];
            for (var i = 0; i < times; i++) {
                var query = asked.ours().apply(ranks.rank());
                var begin = System.nanoTime();
                if (search.find(query, Order.BEST, 10) instanceof FoundPosts.Refused refused) {
                    throw new IllegalStateException(refused.toString());
                }
                nanos[i] = System.nanoTime() - begin;
            }
            Arrays.sort(nanos);
            return nanos;
        });
    }

    private static long[] bare(PlainLucene plain, Asked asked, int times) throws IOException {
        var ranks = new Captions();
        var nanos = new long[times];
        for (var i = 0; i < times; i++) {
            var query = asked.plain().apply(ranks.rank());
            var begin = System.nanoTime();
            plain.find(query);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    /** Raters submit without a pause, and one looks for some of their verdicts until each is found. */
    private void load(List<Subject> subjects, PlainLucene plain) throws Exception {
        var queues = context.getBean(Queues.class);
        var queue = accounts.runAsSystem(() -> {
            var made = queues.create(QueueData.verdicts("load", "harassment", "en", 2));
            for (var from = 0; from < count; from += AT_ONCE) {
                queues.add(made, subjects.subList(from, Math.min(count, from + AT_ONCE)));
            }
            index.awaitCaughtUp(LONG);
            return made;
        });
        var raters = new Raters(context, queue, People.raters(accounts, RATERS));
        Shifts.work(RATERS, seconds, raters::step);
        var watch = new Watch(raters);
        var watching = Thread.ofPlatform().name("watch").start(watch);
        var done = Shifts.work(RATERS, seconds, rater -> raters.step(rater, ONE_IN));
        watch.over = true;
        watching.join();
        var lags = watch.lags();
        System.out.printf(
                "%-44s %,10.0f verdicts/s by %d raters%n",
                "submitted, followed by the index", done.perSecond(), RATERS);
        System.out.printf(
                "%-44s %10.0f ms p50, %.0f ms p99, %.0f ms at most, of %,d watched%n",
                "from the receipt until it is found",
                Shifts.millis(lags, 0.5),
                Shifts.millis(lags, 0.99),
                Shifts.millis(lags, 1),
                lags.length);
        var begin = System.nanoTime();
        for (var i = 0; i < PLAIN_COMMITS; i++) {
            plain.put("post-" + i, "A caption again " + i);
            plain.commitAndReopen();
        }
        System.out.printf(
                "%-44s %,10.0f verdicts/s at most, alone%n",
                "a commit and a reopen for each, plain Lucene", PLAIN_COMMITS / seconds(begin));
    }

    /** Looks for verdicts until they are found. */
    private final class Watch implements Runnable {
        private final Raters raters;
        private final List<Long> lags = new ArrayList<>();
        private volatile boolean over;

        Watch(Raters raters) {
            this.raters = raters;
        }

        @Override
        public void run() {
            accounts.runAsSystem(() -> {
                while (!over) {
                    var given = raters.sample();
                    if (given == null) {
                        pause();
                        continue;
                    }
                    while (!found(given.word())) {
                        pause();
                    }
                    lags.add(System.nanoTime() - given.at());
                }
                return over;
            });
        }

        private boolean found(String word) {
            return search.find(word, Order.BEST, 1) instanceof FoundPosts.Page page
                    && !page.someWords()
                    && !page.posts().isEmpty();
        }

        private static void pause() {
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(2).toNanos());
        }

        long[] lags() {
            return lags.stream().mapToLong(Long::longValue).sorted().toArray();
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
