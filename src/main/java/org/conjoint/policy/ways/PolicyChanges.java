package org.conjoint.policy.ways;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conjoint.access.Roles;
import org.conjoint.policy.PolicyVersionId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what versions changed; two statements, whatever is asked. */
@Service
@Transactional(readOnly = true)
@PreAuthorize(Roles.SIGNED_IN)
public class PolicyChanges {

    private final WayRows rows;
    private final Clock clock;

    PolicyChanges(WayRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * The versions of the policy and jurisdiction of a version.
     *
     * @throws IllegalArgumentException when there is no such version
     */
    public VersionTree tree(PolicyVersionId id) {
        return rows.trees(Set.of(id), clock.instant()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no policy version " + id.value()));
    }

    /** For each of these versions the versions of its policy and jurisdiction; one that does not exist is left out. */
    public Map<PolicyVersionId, VersionTree> trees(Collection<PolicyVersionId> ids) {
        var trees = new LinkedHashMap<PolicyVersionId, VersionTree>();
        List<VersionTree> found = ids.isEmpty() ? List.of() : rows.trees(Set.copyOf(ids), clock.instant());
        ids.forEach(
                id -> found.stream().filter(tree -> tree.has(id)).findFirst().ifPresent(tree -> trees.put(id, tree)));
        return trees;
    }
}
