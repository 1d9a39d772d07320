package org.conjoint.moderation.staleness;

import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.policy.PolicyVersionId;

/** What of a verdict decides whether it is stale, and how it is counted. */
record Facts(PolicyVersionId version, JointGrade grade, Composition composition, String locale, Citations cited) {

    Facts withoutCitations() {
        return new Facts(version, grade, composition, locale, Citations.NONE);
    }
}
