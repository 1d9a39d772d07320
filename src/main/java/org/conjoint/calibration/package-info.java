/** Trying a version out before it judges: panels, known answers, the gate on agreement. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "agreement",
            "audit",
            "content",
            "meaning",
            "media",
            "moderation",
            "policy",
            "shared",
            "ui",
            "work"
        })
package org.conjoint.calibration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
