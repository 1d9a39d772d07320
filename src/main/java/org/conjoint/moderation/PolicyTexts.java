package org.conjoint.moderation;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyState;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.PolicyVersionId;
import org.springframework.stereotype.Component;

/**
 * The clauses of versions as raters saw them; what a version says never changes. One that is still tried out is read each
 * time, because where it stands changes.
 */
@Component
class PolicyTexts {

    private static final Set<PolicyState> STILL_TRIED_OUT = EnumSet.of(
            PolicyState.DRAFT,
            PolicyState.IN_REVIEW,
            PolicyState.CALIBRATING,
            PolicyState.APPROVED,
            PolicyState.SCHEDULED);

    private final Policies policies;
    private final Map<Text, PolicyVersion> known = new ConcurrentHashMap<>();

    PolicyTexts(Policies policies) {
        this.policies = policies;
    }

    private record Text(PolicyVersionId version, String locale) {}

    /** The version with its clauses; its state is the one at the first time of asking. */
    PolicyVersion of(PolicyVersionId id, String locale) {
        var text = new Text(id, locale);
        var before = known.get(text);
        if (before != null) {
            return before;
        }
        var read = policies.version(id, locale)
                .orElseThrow(() -> new IllegalArgumentException("No policy version " + id.value()));
        if (!STILL_TRIED_OUT.contains(read.state())) {
            known.put(text, read);
        }
        return read;
    }
}
