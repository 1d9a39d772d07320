package org.conjoint.exchange;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.conjoint.access.Accounts;
import org.conjoint.content.Post;
import org.conjoint.content.PostData;
import org.conjoint.exchange.format.Incoming;
import org.conjoint.exchange.format.RowRefused;
import org.conjoint.jobs.RowOutcome;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.moderation.ImportOutcome;
import org.conjoint.moderation.ImportedVerdict;
import org.conjoint.moderation.VerdictArchive;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands verdicts of an import to moderation: finds post, policy version and rater, and completes the grades. */
@Component
class ImportedVerdicts {

    /** What became of a verdict. */
    record Outcome(RowOutcome outcome, @Nullable String message) {}

    private final VerdictArchive archive;
    private final Policies policies;
    private final Accounts accounts;
    private final ExchangeTable table;
    /** Versions by their numbers, which never change. */
    private final Map<List<String>, PolicyVersionId> versions = new ConcurrentHashMap<>();

    ImportedVerdicts(VerdictArchive archive, Policies policies, Accounts accounts, ExchangeTable table) {
        this.archive = archive;
        this.policies = policies;
        this.accounts = accounts;
        this.table = table;
    }

    /** The name of a verdict among all that were ever imported. */
    static String name(Incoming.NewVerdict verdict) {
        return verdict.source() + "/" + verdict.id();
    }

    /** @param candidates the posts with the external id that the verdict names */
    Outcome record(Incoming.NewVerdict verdict, List<Post> candidates) {
        try {
            var post = post(verdict, candidates);
            var rater = accounts.importedRater(verdict.source(), verdict.rater());
            var submittedAt = verdict.submittedAt();
            var at = submittedAt == null ? post.recordedAt() : submittedAt;
            var outcome = archive.recordImported(new ImportedVerdict(
                    name(verdict),
                    post.id(),
                    post.revision(),
                    rater,
                    version(verdict, at),
                    verdict.locale(),
                    completed(verdict.form(), post.data()),
                    at));
            return outcome(verdict, outcome);
        } catch (RowRefused | IllegalArgumentException e) {
            return new Outcome(RowOutcome.REFUSED, String.valueOf(e.getMessage()));
        }
    }

    private Outcome outcome(Incoming.NewVerdict verdict, ImportOutcome outcome) {
        var answer = verdict.answer();
        return switch (outcome) {
            case ImportOutcome.Created created -> {
                if (answer != null) {
                    table.keepAnswer(created.id().value(), answer);
                }
                yield new Outcome(RowOutcome.CREATED, null);
            }
            case ImportOutcome.Revised revised -> {
                if (answer != null) {
                    table.keepAnswer(revised.id().value(), answer);
                }
                yield new Outcome(RowOutcome.REVISED, null);
            }
            case ImportOutcome.Unchanged unchanged -> new Outcome(RowOutcome.UNCHANGED, null);
            case ImportOutcome.Refused refused ->
                new Outcome(
                        RowOutcome.REFUSED,
                        refused.problems().stream()
                                .map(problem -> problem.field() + ": " + problem.message())
                                .collect(Collectors.joining("; ")));
        };
    }

    private static Post post(Incoming.NewVerdict verdict, List<Post> candidates) throws RowRefused {
        var source = verdict.postSource();
        var fitting = source == null
                ? candidates
                : candidates.stream()
                        .filter(post -> source.equals(post.data().source()))
                        .toList();
        if (fitting.isEmpty()) {
            throw new RowRefused(
                    "The post “%s” is not known; posts come before their verdicts".formatted(verdict.post()));
        }
        if (fitting.size() > 1) {
            throw new RowRefused(
                    "Several sources have a post “%s”; name the source in “post_source”".formatted(verdict.post()));
        }
        return fitting.getFirst();
    }

    private PolicyVersionId version(Incoming.NewVerdict verdict, Instant at) throws RowRefused {
        var number = verdict.version();
        var jurisdiction = verdict.jurisdiction() == null ? Policies.GLOBAL : verdict.jurisdiction();
        var name = List.of(verdict.policy(), jurisdiction, number == null ? "" : number);
        var known = versions.get(name);
        if (known != null) {
            return known;
        }
        Optional<PolicyVersionId> found = number == null
                ? policies.inForce(verdict.policy(), jurisdiction, at, verdict.locale())
                        .map(version -> version.id())
                : policies.version(verdict.policy(), jurisdiction, number, verdict.locale())
                        .map(version -> version.id());
        if (number != null) {
            found.ifPresent(id -> versions.put(name, id));
        }
        return found.orElseThrow(() -> new RowRefused(
                number == null
                        ? "No version of the policy “%s” was in force at %s".formatted(verdict.policy(), at)
                        : "The policy “%s” has no version %s here".formatted(verdict.policy(), number)));
    }

    /** Every part has a grade: those that were not given are absent when the post lacks the part, else not viewed. */
    static VerdictForm completed(VerdictForm form, PostData post) {
        var grades = new EnumMap<Part, PartGrade>(Part.class);
        for (var part : Part.values()) {
            grades.put(
                    part,
                    form.grades().getOrDefault(part, present(part, post) ? PartGrade.NOT_VIEWED : PartGrade.ABSENT));
        }
        return form.toBuilder().grades(grades).build();
    }

    private static boolean present(Part part, PostData post) {
        return switch (part) {
            case IMAGE -> post.image() != null || post.video() != null;
            case CAPTION -> post.caption() != null;
            case AUDIO -> post.audio() != null || post.video() != null;
        };
    }
}
