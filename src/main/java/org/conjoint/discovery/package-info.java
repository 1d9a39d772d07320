/** Finding posts again: what of them and their verdicts is indexed, how the index follows the database, the search screen. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "care",
            "content",
            "content :: ui",
            "evidence",
            "jobs",
            "meaning",
            "media",
            "moderation",
            "policy",
            "search",
            "shared",
            "ui",
            "work"
        })
package org.conjoint.discovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
