package org.conjoint.discovery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Pseudonyms;
import org.conjoint.access.Roles;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.content.Twin;
import org.conjoint.content.Twins;
import org.conjoint.discovery.PostPage.Judged;
import org.conjoint.discovery.PostPage.Relative;
import org.conjoint.media.MediaId;
import org.conjoint.media.MediaLibrary;
import org.conjoint.moderation.Verdict;
import org.conjoint.moderation.VerdictArchive;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers all that is known of a post for its page. */
@Service
@Transactional(readOnly = true)
@PreAuthorize(Roles.SIGNED_IN)
public class PostPages {
    private static final int MOST_TWINS = 50;

    private final Posts posts;
    private final Twins twins;
    private final CurrentUser user;
    private final VerdictArchive verdicts;
    private final MediaLibrary media;
    private final PostSearch search;
    private final Wordings wordings;
    private final QueueNames queues;
    private final Pseudonyms pseudonyms;

    PostPages(
            Posts posts,
            Twins twins,
            CurrentUser user,
            VerdictArchive verdicts,
            MediaLibrary media,
            PostSearch search,
            Wordings wordings,
            QueueNames queues,
            Pseudonyms pseudonyms) {
        this.posts = posts;
        this.twins = twins;
        this.user = user;
        this.verdicts = verdicts;
        this.media = media;
        this.search = search;
        this.wordings = wordings;
        this.queues = queues;
        this.pseudonyms = pseudonyms;
    }

    /** The page of a post, if there is one. */
    public Optional<PostPage> find(PostId id) {
        return posts.find(id).map(this::page);
    }

    private PostPage page(Post post) {
        var ids = new LinkedHashSet<MediaId>();
        Stream.of(post.data().image(), post.data().audio(), post.data().video())
                .filter(java.util.Objects::nonNull)
                .forEach(ids::add);
        var sees = search.seesAll();
        List<Judged> judged =
                sees ? verdicts.byPost(post.id()).stream().map(this::judged).toList() : List.of();
        return new PostPage(
                post,
                posts.history(post.id()),
                media.find(ids),
                judged,
                queues.holding(List.of(post.id())).getOrDefault(post.id(), List.of()),
                sees,
                sees ? relatives(post.id()) : List.of(),
                user.roles().stream().anyMatch(Twins.MAKERS::contains));
    }

    private List<Relative> relatives(PostId post) {
        var own = twins.find(post);
        var made = twins.of(post, MOST_TWINS);
        var ids = Stream.concat(own.stream().map(Twin::of), made.stream().map(Twin::post))
                .toList();
        var found = posts.find(ids);
        return Stream.concat(
                        own.stream().map(twin -> relative(twin, twin.of(), true, found)),
                        made.stream().map(twin -> relative(twin, twin.post(), false, found)))
                .toList();
    }

    private static Relative relative(Twin twin, PostId other, boolean original, Map<PostId, Post> found) {
        var name = Objects.requireNonNull(found.get(other)).data().externalId();
        return new Relative(other, name, original, twin.changedPart(), twin.expectedJoint());
    }

    private Judged judged(Verdict verdict) {
        var wording = wordings.of(verdict.policyVersion(), verdict.locale());
        return new Judged(
                verdicts.history(verdict.id()),
                pseudonyms.of(verdict.rater()),
                wording.slug() + " " + wording.number(),
                Optional.ofNullable(verdict.queue()).map(queues::of));
    }
}
