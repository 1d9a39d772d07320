package org.conjoint.moderation.ui;

import java.util.List;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Role;
import org.conjoint.ui.HomeTile;
import org.conjoint.ui.HomeTiles;
import org.conjoint.work.Queues;
import org.springframework.stereotype.Component;

/** The queues that wait for a rater. */
@Component
class QueueTiles implements HomeTiles {

    private final CurrentUser currentUser;
    private final Queues queues;

    QueueTiles(CurrentUser currentUser, Queues queues) {
        this.currentUser = currentUser;
        this.queues = queues;
    }

    @Override
    public List<HomeTile> now() {
        if (!currentUser.has(Role.RATER)) {
            return List.of();
        }
        return queues.forCurrentUser().stream()
                .filter(queue -> queue.counts().open() > 0)
                .map(queue -> new HomeTile(
                        10,
                        "rate",
                        queue.data().name(),
                        "Posts to judge, %s.".formatted(Labels.of(queue.data().protocol())),
                        "rate/" + queue.id().value(),
                        queue.counts().open(),
                        "answers wanted"))
                .toList();
    }
}
