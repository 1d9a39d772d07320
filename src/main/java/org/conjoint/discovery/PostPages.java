package org.conjoint.discovery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.conjoint.access.Pseudonyms;
import org.conjoint.access.Roles;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.discovery.PostPage.Judged;
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
    private final Posts posts;
    private final VerdictArchive verdicts;
    private final MediaLibrary media;
    private final PostSearch search;
    private final Wordings wordings;
    private final QueueNames queues;
    private final Pseudonyms pseudonyms;

    PostPages(
            Posts posts,
            VerdictArchive verdicts,
            MediaLibrary media,
            PostSearch search,
            Wordings wordings,
            QueueNames queues,
            Pseudonyms pseudonyms) {
        this.posts = posts;
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
                sees);
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
