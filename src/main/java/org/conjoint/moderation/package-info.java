/** Verdicts on what the parts of a post mean together: the form and its checks, revisions, the task of the screen. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "care",
            "content",
            "content :: ui",
            "evidence",
            "guidance",
            "meaning",
            "media",
            "policy",
            "policy :: ways",
            "policy :: ui",
            "shared",
            "ui",
            "work"
        })
package org.conjoint.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
