package org.conjoint.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conjoint.content.Post;
import org.conjoint.content.PostData;
import org.conjoint.content.Posts;
import org.conjoint.content.PutResult;
import org.conjoint.exchange.ImportItem.Ready;
import org.conjoint.jobs.JobContext;
import org.conjoint.jobs.JobId;
import org.conjoint.jobs.JobRow;
import org.conjoint.jobs.RowOutcome;
import org.conjoint.work.QueueData;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.conjoint.work.Subject;
import org.conjoint.work.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records a batch of an import: its posts, their places in a queue, then its verdicts, and a line of the report each. */
@Component
class ImportCommit {
    private static final String POLICY = "harassment";
    private static final int OVERLAP = 3;

    private final Posts posts;
    private final Queues queues;
    private final ImportedTwins twins;
    private final ImportedVerdicts verdicts;
    private final ExchangeTable table;

    ImportCommit(Posts posts, Queues queues, ImportedTwins twins, ImportedVerdicts verdicts, ExchangeTable table) {
        this.posts = posts;
        this.queues = queues;
        this.twins = twins;
        this.verdicts = verdicts;
        this.table = table;
    }

    /** Where posts go; a queue that is not there is made with overlap 3, parts first. */
    Placement placement(ImportRequest request) {
        var name = request.queue();
        var byPost = new HashMap<String, QueueId>();
        request.queues()
                .forEach((post, queue) -> queues.findByName(queue).ifPresent(found -> byPost.put(post, found.id())));
        if (name == null) {
            return new Placement(null, byPost);
        }
        var policy = request.policy() == null ? POLICY : request.policy();
        return new Placement(queues.ensure(QueueData.verdicts(name, policy, "en", OVERLAP)), byPost);
    }

    /** The queue of every post, and those of some. */
    record Placement(@Nullable QueueId queue, Map<String, QueueId> byPost) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public JobContext.Progress commit(JobId job, Placement placement, List<Ready> batch) {
        var rows = new TreeMap<Long, JobRow>();
        var taken = posts(job, batch, rows);
        place(placement, taken);
        verdicts(job, batch, rows);
        for (var item : batch) {
            if (item instanceof Ready.Refused refused) {
                rows.put(item.number(), row(item, RowOutcome.REFUSED, refused.reason()));
            }
        }
        var last = batch.getLast().number();
        return new JobContext.Progress(Long.toString(last), last, List.copyOf(rows.values()));
    }

    private void place(Placement placement, Map<String, PutResult> taken) {
        var subjects = new LinkedHashMap<QueueId, List<Subject>>();
        taken.forEach((post, put) -> {
            var subject = new Subject(SubjectKind.POST, put.id().value(), put.revision());
            if (placement.queue() != null) {
                subjects.computeIfAbsent(placement.queue(), any -> new ArrayList<>())
                        .add(subject);
            }
            var own = placement.byPost().get(post);
            if (own != null) {
                subjects.computeIfAbsent(own, any -> new ArrayList<>()).add(subject);
            }
        });
        subjects.forEach(queues::add);
    }

    @Transactional
    public void forget(JobId job) {
        table.forget(job);
    }

    /** @return what became of the posts that were not refused, by external id */
    private Map<String, PutResult> posts(JobId job, List<Ready> batch, Map<Long, JobRow> rows) {
        var items = new LinkedHashMap<String, Ready.Post>();
        var again = new ArrayList<Ready.Post>();
        var all = batch.stream()
                .filter(Ready.Post.class::isInstance)
                .map(Ready.Post.class::cast)
                .toList();
        var met = table.met(job, all.stream().map(item -> name(item.data())).toList());
        var refused = twins.refusals(all);
        for (var item : all) {
            var why = refused.get(item.number());
            if (why != null) {
                rows.put(item.number(), row(item, RowOutcome.REFUSED, why));
                continue;
            }
            var name = name(item.data());
            if (met.contains(name) || items.putIfAbsent(name, item) != null) {
                again.add(item);
            }
        }
        var results = items.isEmpty()
                ? List.<PutResult>of()
                : posts.putAll(items.values().stream().map(Ready.Post::data).toList());
        twins.declare(List.copyOf(items.values()), results);
        table.meet(job, items.keySet());
        var taken = new LinkedHashMap<String, PutResult>();
        var i = 0;
        for (var item : items.values()) {
            var result = results.get(i++);
            taken.put(item.subject(), result);
            rows.put(item.number(), row(item, outcome(item, result), note(item)));
        }
        repeated(again, rows);
        return taken;
    }

    /** Posts given twice in one import: the same again is nothing new, another under the same name is refused. */
    private void repeated(List<Ready.Post> again, Map<Long, JobRow> rows) {
        if (again.isEmpty()) {
            return;
        }
        var known =
                posts.findByExternalIds(again.stream().map(Ready.Post::subject).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(post -> name(post.data()), Function.identity()));
        for (var item : again) {
            var first = known.get(name(item.data()));
            var same = first != null && first.data().equals(item.data());
            rows.put(
                    item.number(),
                    same
                            ? row(item, RowOutcome.UNCHANGED, note(item))
                            : row(
                                    item,
                                    RowOutcome.REFUSED,
                                    "This id was used before in this import with other content"));
        }
    }

    private void verdicts(JobId job, List<Ready> batch, Map<Long, JobRow> rows) {
        var all = batch.stream()
                .filter(Ready.Verdict.class::isInstance)
                .map(Ready.Verdict.class::cast)
                .toList();
        if (all.isEmpty()) {
            return;
        }
        var names =
                all.stream().map(item -> ImportedVerdicts.name(item.incoming())).toList();
        var met = new LinkedHashSet<>(table.met(job, names));
        var fresh = new LinkedHashSet<String>();
        var found = posts(all);
        var made = made(batch, rows);
        for (var item : all) {
            var name = ImportedVerdicts.name(item.incoming());
            if (met.contains(name) || !fresh.add(name)) {
                rows.put(item.number(), row(item, RowOutcome.REFUSED, "This verdict was given before in this import"));
                continue;
            }
            var post = item.incoming().post();
            var candidates =
                    made.getOrDefault(post, 0L) > item.number() ? List.<Post>of() : found.getOrDefault(post, List.of());
            var outcome = verdicts.record(item.incoming(), candidates);
            rows.put(item.number(), row(item, outcome.outcome(), outcome.message()));
        }
        table.meet(job, fresh);
    }

    /** The numbers of the posts that were new with this batch: a verdict before its post is refused in any batch. */
    private static Map<String, Long> made(List<Ready> batch, Map<Long, JobRow> rows) {
        var made = new HashMap<String, Long>();
        for (var item : batch) {
            var row = rows.get(item.number());
            if (item instanceof Ready.Post
                    && row != null
                    && (row.outcome() == RowOutcome.CREATED || row.outcome() == RowOutcome.REPAIRED)) {
                made.putIfAbsent(item.subject(), item.number());
            }
        }
        return made;
    }

    private Map<String, List<Post>> posts(List<Ready.Verdict> items) {
        Set<String> ids = items.stream().map(item -> item.incoming().post()).collect(Collectors.toSet());
        var found = new HashMap<String, List<Post>>();
        posts.findByExternalIds(ids)
                .forEach(post -> found.computeIfAbsent(post.data().externalId(), any -> new ArrayList<>())
                        .add(post));
        return found;
    }

    private static RowOutcome outcome(Ready.Post item, PutResult result) {
        return switch (result) {
            case PutResult.Created created -> item.repaired() ? RowOutcome.REPAIRED : RowOutcome.CREATED;
            case PutResult.Revised revised -> item.repaired() ? RowOutcome.REPAIRED : RowOutcome.REVISED;
            case PutResult.Unchanged unchanged -> RowOutcome.UNCHANGED;
        };
    }

    private static @Nullable String note(Ready.Post item) {
        return item.notes().isEmpty() ? null : String.join("; ", item.notes());
    }

    private static JobRow row(Ready item, RowOutcome outcome, @Nullable String message) {
        return new JobRow(item.number(), item.subject(), outcome, item.place().toString(), message);
    }

    private static String name(PostData post) {
        return "post " + (post.source() == null ? "" : post.source()) + " " + post.externalId();
    }
}
