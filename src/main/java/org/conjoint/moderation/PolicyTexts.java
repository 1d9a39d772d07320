package org.conjoint.moderation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.PolicyVersionId;
import org.springframework.stereotype.Component;

/** The clauses of versions as raters saw them; a version in force and its wording never change. */
@Component
class PolicyTexts {

    private final Policies policies;
    private final Map<Text, PolicyVersion> known = new ConcurrentHashMap<>();

    PolicyTexts(Policies policies) {
        this.policies = policies;
    }

    private record Text(PolicyVersionId version, String locale) {}

    /** The version with its clauses; its state is the one at the first time of asking. */
    PolicyVersion of(PolicyVersionId id, String locale) {
        return known.computeIfAbsent(
                new Text(id, locale),
                text -> policies.version(id, locale)
                        .orElseThrow(() -> new IllegalArgumentException("No policy version " + id.value())));
    }
}
