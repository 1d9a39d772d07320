/** Objections to verdicts: opened with the appellant's words, decided by somebody else under the text then and now. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "care",
            "content",
            "content :: ui",
            "meaning",
            "media",
            "moderation",
            "policy",
            "policy :: ui",
            "shared",
            "ui",
            "work"
        })
package org.conjoint.appeals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
