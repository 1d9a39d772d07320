package org.conjoint.content;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conjoint.access.CurrentUser;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes posts and their revisions; whoever calls it has asked who may. */
@Component
class PostRecorder {

    private final PostTable table;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PostRecorder(PostTable table, AuditTrail audit, CurrentUser user, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    List<PutResult> putAll(List<PostData> posts) {
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
