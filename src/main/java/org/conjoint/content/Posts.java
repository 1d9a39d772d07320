package org.conjoint.content;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Roles;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes posts in and finds them again. Revisions are append-only. */
@Service
@PreAuthorize(Roles.SIGNED_IN)
@Transactional(readOnly = true)
public class Posts {

    private final PostTable table;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Posts(PostTable table, AuditTrail audit, CurrentUser user, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.user = user;
        this.events = events;
        this.clock = clock;
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
        var keys = posts.stream().map(PostTable.Key::of).toList();
        requireDistinct(keys);
        var known = table.lock(keys);
        var hashes = posts.stream().map(PostHash::of).toList();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var newIds = insertNew(keys, hashes, known);
        var results = new ArrayList<PutResult>();
        var changed = new ArrayList<Post>();
        var changedHashes = new ArrayList<String>();
        for (var i = 0; i < posts.size(); i++) {
            var head = known.get(keys.get(i));
            var result = result(head, newIds.get(keys.get(i)), hashes.get(i));
            results.add(result);
            if (!(result instanceof PutResult.Unchanged)) {
                changed.add(new Post(result.id(), result.revision(), now, posts.get(i)));
                changedHashes.add(hashes.get(i));
            }
        }
        if (!changed.isEmpty()) {
            table.insertRevisions(changed, changedHashes, user.actor());
            record(changed, changedHashes);
        }
        return results;
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

    private Map<PostTable.Key, Long> insertNew(
            List<PostTable.Key> keys, List<String> hashes, Map<PostTable.Key, PostTable.Head> known) {
        var newKeys = new ArrayList<PostTable.Key>();
        var newHashes = new ArrayList<String>();
        for (var i = 0; i < keys.size(); i++) {
            if (!known.containsKey(keys.get(i))) {
                newKeys.add(keys.get(i));
                newHashes.add(hashes.get(i));
            }
        }
        var ids = table.insert(newKeys, newHashes);
        var byKey = new LinkedHashMap<PostTable.Key, Long>();
        for (var i = 0; i < newKeys.size(); i++) {
            byKey.put(newKeys.get(i), ids.get(i));
        }
        return byKey;
    }

    private PutResult result(PostTable.@Nullable Head head, @Nullable Long newId, String hash) {
        if (head == null) {
            if (newId == null) {
                throw new IllegalStateException("A post was neither found nor inserted");
            }
            return new PutResult.Created(new PostId(newId), 1);
        }
        if (head.hash().equals(hash)) {
            return new PutResult.Unchanged(new PostId(head.id()), head.revision());
        }
        var revision = head.revision() + 1;
        table.advance(head.id(), revision, hash);
        return new PutResult.Revised(new PostId(head.id()), revision);
    }

    private void record(List<Post> changed, List<String> hashes) {
        var digest = PostHash.sha256();
        for (var i = 0; i < changed.size(); i++) {
            var post = changed.get(i);
            digest.add(post.id().value()).add(post.revision()).add(hashes.get(i));
            events.publishEvent(new PostRecorded(post.id(), post.revision()));
        }
        var details = new TreeMap<String, String>();
        details.put("posts", Integer.toString(changed.size()));
        details.put("last", Long.toString(changed.getLast().id().value()));
        details.put("digest", digest.hex());
        audit.record(new AuditEvent(
                user.actor(),
                "posts.recorded",
                "post:" + changed.getFirst().id().value(),
                details));
    }

    private static void requireDistinct(List<PostTable.Key> keys) {
        var seen = new HashSet<PostTable.Key>();
        for (var key : keys) {
            if (!seen.add(key)) {
                throw new IllegalArgumentException(
                        "The post “%s” of source “%s” is given twice".formatted(key.externalId(), key.source()));
            }
        }
    }
}
