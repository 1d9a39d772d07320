package org.conjoint.moderation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.conjoint.access.Roles;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.media.Media;
import org.conjoint.media.MediaId;
import org.conjoint.media.MediaLibrary;
import org.conjoint.work.Draft;
import org.conjoint.work.Drafts;
import org.conjoint.work.Lease;
import org.conjoint.work.LeaseId;
import org.conjoint.work.Leases;
import org.conjoint.work.Queue;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads all that the rating screen needs at once: a few statements, however many items are in hand. */
@Service
@PreAuthorize(Roles.SIGNED_IN)
public class RatingTasks {

    private final Leases leases;
    private final Queues queues;
    private final Drafts drafts;
    private final Posts posts;
    private final MediaLibrary library;
    private final Presence presence;
    private final EvidenceSources sources;
    private final PolicyTexts policyTexts;

    RatingTasks(
            Leases leases,
            Queues queues,
            Drafts drafts,
            Posts posts,
            MediaLibrary library,
            Presence presence,
            EvidenceSources sources,
            PolicyTexts policyTexts) {
        this.leases = leases;
        this.queues = queues;
        this.drafts = drafts;
        this.posts = posts;
        this.library = library;
        this.presence = presence;
        this.sources = sources;
        this.policyTexts = policyTexts;
    }

    /**
     * The item in the current user's hand, or the next of the queue, and what comes after it.
     */
    @Transactional
    public RatingTask next(QueueId queue) {
        var inHand = leases.next(queue);
        var mine = queues.mine(queue);
        if (inHand.isEmpty()) {
            var held = leases.inHand().stream()
                    .filter(lease -> lease.queue().equals(queue))
                    .toList();
            var all = queues.find(queue).orElseThrow();
            return new RatingTask.Nothing(mine.data(), all.counts(), mine.counts(), held);
        }
        return judge(inHand, mine);
    }

    /** A certain item in the current user's hand, as when a held one is resumed. */
    @Transactional(readOnly = true)
    public Optional<RatingTask.Judge> open(LeaseId lease) {
        return leases.find(lease).map(found -> judge(List.of(found), queues.mine(found.queue())));
    }

    private RatingTask.Judge judge(List<Lease> inHand, Queue queue) {
        var byLease = posts(inHand);
        Set<MediaId> wanted = byLease.values().stream()
                .flatMap(post -> Presence.media(post.data()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var media = library.find(wanted);
        var lease = inHand.getFirst();
        var post = Objects.requireNonNull(byLease.get(lease));
        @Nullable Draft draft = drafts.find(List.of(lease)).get(lease.item());
        var ahead = new ArrayList<RatingTask.Ahead>();
        for (var later : inHand.subList(1, inHand.size())) {
            var next = Objects.requireNonNull(byLease.get(later));
            ahead.add(new RatingTask.Ahead(later, next, mediaOf(next, media)));
        }
        return new RatingTask.Judge(
                lease,
                queue.data(),
                post,
                presence.parts(post, media),
                mediaOf(post, media),
                sources.of(post, media),
                policyTexts.of(lease.policyVersion(), lease.locale()),
                draft == null ? VerdictForm.EMPTY : VerdictJson.read(draft.body()),
                draft == null ? 0 : draft.revision(),
                queue.counts(),
                ahead);
    }

    /** The posts at the revisions leased; one statement unless a post was revised since. */
    private Map<Lease, Post> posts(List<Lease> inHand) {
        Set<PostId> ids = inHand.stream()
                .map(lease -> new PostId(lease.subject().id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var current = posts.find(ids);
        var byLease = new LinkedHashMap<Lease, Post>();
        for (var lease : inHand) {
            var id = new PostId(lease.subject().id());
            var revision = lease.subject().revision();
            var post = current.get(id);
            if (post == null || post.revision() != revision) {
                post = posts.find(id, revision)
                        .orElseThrow(() -> new IllegalStateException(
                                "Post %d has no revision %d".formatted(id.value(), revision)));
            }
            byLease.put(lease, post);
        }
        return byLease;
    }

    private static Map<MediaId, Media> mediaOf(Post post, Map<MediaId, Media> all) {
        return Presence.media(post.data()).stream()
                .filter(all::containsKey)
                .collect(Collectors.toUnmodifiableMap(id -> id, all::get));
    }
}
