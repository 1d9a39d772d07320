package org.conjoint.discovery;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.conjoint.content.PostId;
import org.conjoint.work.Memberships;
import org.conjoint.work.QueueId;
import org.conjoint.work.Queues;
import org.conjoint.work.SubjectKind;
import org.springframework.stereotype.Component;

/** The names of queues; a queue keeps its name, so each is read once. */
@Component
class QueueNames {

    private final Queues queues;
    private final Memberships memberships;
    private final Map<QueueId, String> known = new ConcurrentHashMap<>();

    QueueNames(Queues queues, Memberships memberships) {
        this.queues = queues;
        this.memberships = memberships;
    }

    String of(QueueId id) {
        return known.computeIfAbsent(
                id,
                missing ->
                        queues.find(missing).map(queue -> queue.data().name()).orElse("queue " + id.value()));
    }

    /** For each post that is in queues, their names. */
    Map<PostId, List<String>> holding(Collection<PostId> posts) {
        var ids = posts.stream().map(PostId::value).collect(java.util.stream.Collectors.toSet());
        var names = new LinkedHashMap<PostId, List<String>>();
        memberships.of(SubjectKind.POST, ids).forEach((post, in) -> names.put(new PostId(post), names(in)));
        return names;
    }

    private List<String> names(Set<QueueId> in) {
        return in.stream().map(this::of).sorted().toList();
    }
}
