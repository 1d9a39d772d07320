package org.conjoint.work;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.conjoint.access.Roles;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells in which queues subjects are. */
@Service
@Transactional(readOnly = true)
@PreAuthorize(Roles.SIGNED_IN)
public class Memberships {

    private final MembershipRows rows;

    Memberships(MembershipRows rows) {
        this.rows = rows;
    }

    /**
     * The queues of each subject, in one statement; subjects in no queue are left out. Queues that try something out are
     * not told, so that nobody can look up which subjects test raters.
     */
    public Map<Long, Set<QueueId>> of(SubjectKind kind, Collection<Long> subjects) {
        return subjects.isEmpty() ? Map.of() : rows.of(kind, subjects);
    }
}
