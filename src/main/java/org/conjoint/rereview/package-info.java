/** Reading again what a change of a policy made stale: plans, the queues that they fill, and the screen that weighs them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "content",
            "jobs",
            "meaning",
            "moderation",
            "moderation :: staleness",
            "policy",
            "policy :: ways",
            "shared",
            "ui",
            "media",
            "work"
        })
package org.conjoint.rereview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
