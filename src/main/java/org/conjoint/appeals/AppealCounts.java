package org.conjoint.appeals;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.conjoint.access.Roles;
import org.conjoint.moderation.VerdictId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many appeals are open, for those who plan a change of a policy. */
@Service
@Transactional(readOnly = true)
@PreAuthorize(Roles.SIGNED_IN)
public class AppealCounts {

    private final AppealRows rows;

    AppealCounts(AppealRows rows) {
        this.rows = rows;
    }

    /** How many appeals are open. */
    public long open() {
        return rows.open();
    }

    /** The open appeals of a policy by the stable ids of the clauses that the verdicts cite; clauses without any are absent. */
    public Map<String, Long> openByClause(String slug) {
        return rows.openByClause(slug);
    }

    /** Those of some verdicts against which an appeal is open. */
    public Set<VerdictId> open(Collection<VerdictId> among) {
        return among.isEmpty() ? Set.of() : rows.open(among);
    }
}
