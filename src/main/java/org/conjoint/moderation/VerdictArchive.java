package org.conjoint.moderation;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.conjoint.access.Role;
import org.conjoint.access.Roles;
import org.conjoint.content.PostId;
import org.conjoint.evidence.Sources;
import org.conjoint.moderation.VerdictWriter.Origin;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.shared.UserId;
import org.conjoint.work.ImportedAnswer;
import org.conjoint.work.Protocol;
import org.conjoint.work.QueueId;
import org.conjoint.work.Receipt;
import org.conjoint.work.Subject;
import org.conjoint.work.SubjectKind;
import org.conjoint.work.Submissions;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Verdicts of all raters on posts, for search, export and import; what only tries something out is left out. */
@Service
@PreAuthorize(VerdictArchive.MAY_READ)
public class VerdictArchive {

    /** Those who may read everybody's verdicts; raters read their own, so that they stay independent. */
    public static final Set<Role> READERS = Set.copyOf(
            EnumSet.of(Role.REVIEWER, Role.POLICY_AUTHOR, Role.QUALITY_LEAD, Role.DATA_ENGINEER, Role.ADMIN));

    static final String MAY_READ = "hasAnyRole('REVIEWER','POLICY_AUTHOR','QUALITY_LEAD','DATA_ENGINEER','ADMIN')";

    private final VerdictRows rows;
    private final VerdictWriter writer;
    private final Presence presence;
    private final PolicyTexts policyTexts;
    private final Submissions submissions;

    VerdictArchive(
            VerdictRows rows,
            VerdictWriter writer,
            Presence presence,
            PolicyTexts policyTexts,
            Submissions submissions) {
        this.rows = rows;
        this.writer = writer;
        this.presence = presence;
        this.policyTexts = policyTexts;
        this.submissions = submissions;
    }

    /** The standing verdicts on a post, by rising id. */
    @Transactional(readOnly = true)
    public List<Verdict> byPost(PostId post) {
        return byPosts(List.of(post));
    }

    /** The standing verdicts on several posts, by rising id, in one statement. */
    @Transactional(readOnly = true)
    public List<Verdict> byPosts(Collection<PostId> posts) {
        return rows.byPosts(posts);
    }

    /** All revisions of a verdict, the newest first. */
    @Transactional(readOnly = true)
    public List<Verdict> history(VerdictId id) {
        return rows.history(id);
    }

    /** Who had a hand in a verdict: its rater, and whoever corrected it. */
    @Transactional(readOnly = true)
    public Set<UserId> makers(VerdictId id) {
        return submissions.makers(id.value());
    }

    /** Standing verdicts after one, by rising id, each with all that it cites, in one statement. */
    @Transactional(readOnly = true)
    public List<Verdict> page(VerdictFilter filter, @Nullable VerdictId after, int limit) {
        return rows.page(filter, after, limit);
    }

    /** The number of standing verdicts. */
    @Transactional(readOnly = true)
    public long count(VerdictFilter filter) {
        return rows.count(filter);
    }

    /**
     * Records a verdict from a file in the caller's transaction. Known by its external id: the same again changes nothing,
     * other content is a new revision. It counts toward the overlap of every queue of its policy that holds the post.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize(Roles.HAS_DATA_ACCESS)
    public ImportOutcome recordImported(ImportedVerdict verdict) {
        var seen = policyTexts.of(verdict.policyVersion(), verdict.locale());
        var parts = presence.parts(verdict.post(), verdict.postRevision());
        var checked = VerdictRules.checkImported(
                verdict.form(), new VerdictContext(parts, seen, Protocol.WHOLE_ONLY, Sources.NONE));
        if (!checked.guide().problems().isEmpty()) {
            return new ImportOutcome.Refused(checked.guide().problems());
        }
        var clientId = UUID.nameUUIDFromBytes(("verdict:" + verdict.externalId()).getBytes(StandardCharsets.UTF_8));
        var subject = new Subject(SubjectKind.POST, verdict.post().value(), verdict.postRevision());
        var answer = submissions.importAnswer(
                clientId, verdict.rater(), subject, seen.slug(), body(verdict, checked), verdict.submittedAt());
        return switch (answer) {
            case ImportedAnswer.Created created -> {
                var queue = created.queue().orElse(null);
                yield new ImportOutcome.Created(writer.write(
                        origin(verdict, seen, queue), checked, created.receipt(), Attention.NONE, "verdict.imported"));
            }
            case ImportedAnswer.Revised(Receipt receipt) -> {
                var id = new VerdictId(receipt.answerId());
                var before = rows.standing(id);
                writer.supersede(id, receipt.at());
                var queue = before.map(Verdict::queue).orElse(null);
                writer.write(origin(verdict, seen, queue), checked, receipt, Attention.NONE, "verdict.imported");
                yield new ImportOutcome.Revised(id, receipt.revision());
            }
            case ImportedAnswer.Unchanged(Receipt receipt) ->
                new ImportOutcome.Unchanged(new VerdictId(receipt.answerId()));
        };
    }

    private static Origin origin(ImportedVerdict verdict, PolicyVersion seen, @Nullable QueueId queue) {
        return new Origin(
                verdict.post(),
                verdict.postRevision(),
                queue,
                false,
                verdict.rater(),
                verdict.policyVersion(),
                seen.locale(),
                seen,
                verdict.externalId());
    }

    /** Everything by which a repeated import tells whether the verdict changed. */
    private static String body(ImportedVerdict verdict, VerdictRules.Checked checked) {
        return "%d %d %d %s"
                .formatted(
                        verdict.post().value(),
                        verdict.rater().value(),
                        verdict.policyVersion().value(),
                        VerdictJson.write(checked.form()));
    }
}
