/** Bringing posts and verdicts in from files, and handing verdicts out with their lineage. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "appeals",
            "audit",
            "content",
            "evidence",
            "jobs",
            "jobs :: ui",
            "media",
            "meaning",
            "moderation",
            "policy",
            "shared",
            "ui",
            "work"
        })
package org.conjoint.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
