package org.conjoint.guidance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conjoint.access.Accounts;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.policy.ClauseNote;
import org.conjoint.policy.ClauseNotes;
import org.conjoint.policy.PolicyVersion;
import org.springframework.stereotype.Component;

/** Gives the interpretations to the screens on which clauses are read. */
@Component
class NotesBesideClauses implements ClauseNotes {

    private final Interpretations interpretations;
    private final Posts posts;
    private final Accounts accounts;

    NotesBesideClauses(Interpretations interpretations, Posts posts, Accounts accounts) {
        this.interpretations = interpretations;
        this.posts = posts;
        this.accounts = accounts;
    }

    @Override
    public List<ClauseNote> on(PolicyVersion version, Instant at) {
        var held = interpretations.on(version, at);
        var about = posts.find(held.stream().map(each -> each.post().id()).collect(Collectors.toSet()));
        var names = accounts.displayNames(
                held.stream().map(Interpretation::writtenBy).collect(Collectors.toSet()));
        return held.stream()
                .map(each -> new ClauseNote(
                        each.clauseId(),
                        each.text(),
                        each.writtenAt(),
                        names.getOrDefault(each.writtenBy(), "somebody"),
                        name(each.post().id(), about),
                        "posts/" + each.post().id().value()))
                .toList();
    }

    private static String name(PostId id, Map<PostId, Post> posts) {
        var post = posts.get(id);
        return post == null ? "post " + id.value() : post.data().externalId();
    }
}
