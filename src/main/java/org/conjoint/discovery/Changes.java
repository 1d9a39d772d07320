package org.conjoint.discovery;

import java.util.LinkedHashSet;
import java.util.Set;
import org.conjoint.content.PostId;
import org.conjoint.content.PostRecorded;
import org.conjoint.moderation.VerdictRecorded;
import org.conjoint.work.SubjectKind;
import org.conjoint.work.SubjectsQueued;

/** Which posts an event changes. */
final class Changes {
    private Changes() {}

    static Set<PostId> of(Object event) {
        return switch (event) {
            case PostRecorded recorded -> Set.of(recorded.id());
            case VerdictRecorded recorded -> Set.of(recorded.post());
            case SubjectsQueued queued -> posts(queued);
            default -> throw new IllegalArgumentException("Not a change that the index follows: " + event);
        };
    }

    private static Set<PostId> posts(SubjectsQueued queued) {
        var posts = new LinkedHashSet<PostId>();
        if (queued.kind() == SubjectKind.POST) {
            queued.subjects().forEach(id -> posts.add(new PostId(id)));
        }
        return posts;
    }
}
