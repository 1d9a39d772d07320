package org.conjoint.content;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conjoint.access.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes posts in and finds them again. Revisions are append-only. */
@Service
@PreAuthorize(Roles.SIGNED_IN)
@Transactional(readOnly = true)
public class Posts {

    private final PostTable table;
    private final PostRecorder recorder;

    Posts(PostTable table, PostRecorder recorder) {
        this.table = table;
        this.recorder = recorder;
    }

    /** Takes a post in: a new one, a new revision of a known one, or nothing when it is known as it is. */
    @Transactional
    @PreAuthorize(Roles.HAS_DATA_ACCESS)
    public PutResult put(PostData post) {
        return putAll(List.of(post)).getFirst();
    }

    /**
     * Takes many posts in with a few statements, in one transaction, and publishes {@link PostRecorded} for each that
     * changed. The audit trail gets one entry with a digest over all of them.
     *
     * @return a result for each, in their order
     * @throws IllegalArgumentException when two of them have the same external id and source
     */
    @Transactional
    @PreAuthorize(Roles.HAS_DATA_ACCESS)
    public List<PutResult> putAll(List<PostData> posts) {
        return recorder.putAll(posts);
    }

    /** The post at its current revision. */
    public Optional<Post> find(PostId id) {
        return table.current(List.of(id)).stream().findFirst();
    }

    /** The post as it stood at a revision. */
    public Optional<Post> find(PostId id, int revision) {
        return table.revision(id, revision).stream().findFirst();
    }

    /** The posts at their current revisions, in one statement and by rising id; ids without a post are left out. */
    public Map<PostId, Post> find(Collection<PostId> ids) {
        var found = new LinkedHashMap<PostId, Post>();
        if (!ids.isEmpty()) {
            table.current(ids).forEach(post -> found.put(post.id(), post));
        }
        return found;
    }

    /** The posts as they stood at these revisions, in one statement; those that do not exist are left out. */
    public Map<PostAt, Post> at(Collection<PostAt> revisions) {
        var found = new LinkedHashMap<PostAt, Post>();
        if (!revisions.isEmpty()) {
            table.at(revisions).forEach(post -> found.put(new PostAt(post.id(), post.revision()), post));
        }
        return found;
    }

    /** The posts with these external ids in whatever source, at their current revisions. */
    public List<Post> findByExternalIds(Collection<String> externalIds) {
        return externalIds.isEmpty() ? List.of() : table.named(externalIds);
    }

    /** All revisions of a post, the newest first. */
    public List<Post> history(PostId id) {
        return table.revisions(id);
    }

    /** The posts after one, at their current revisions, by rising id; from the first when {@code after} is null. */
    public List<Post> page(@Nullable PostId after, int limit) {
        return table.after(after, limit);
    }

    /** The number of posts. */
    public long count() {
        return table.count();
    }
}
