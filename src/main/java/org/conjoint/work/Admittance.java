package org.conjoint.work;

import java.util.Optional;
import java.util.Set;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Role;
import org.conjoint.shared.UserId;
import org.springframework.stereotype.Component;

/** Who may take from which queue. */
@Component
class Admittance {

    private final CurrentUser currentUser;

    Admittance(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    /** Why the current user may take nothing from a queue; empty when the user may. */
    Optional<TakeRefusal> refusal(QueueData queue) {
        return refusal(queue, currentUser.id(), currentUser.roles());
    }

    Optional<TakeRefusal> refusal(QueueData queue, UserId person, Set<Role> roles) {
        if (!roles.contains(queue.role())) {
            return Optional.of(TakeRefusal.OTHER_ROLE);
        }
        var trial = queue.trial();
        return trial != null
                        && trial.reservedFor() != null
                        && !trial.reservedFor().equals(person)
                ? Optional.of(TakeRefusal.RESERVED)
                : Optional.empty();
    }
}
