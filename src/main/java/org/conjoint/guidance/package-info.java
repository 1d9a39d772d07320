/** Between two versions of a policy: what raters ask its authors, what they answer, and how a clause is to be read. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "content",
            "content :: ui",
            "media",
            "policy",
            "policy :: ui",
            "shared",
            "ui"
        })
package org.conjoint.guidance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
