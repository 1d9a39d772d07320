/** The command line: one class per command, and the hold on the data folder. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "content",
            "discovery",
            "exchange",
            "jobs",
            "moderation",
            "policy",
            "policy :: files",
            "search",
            "shared",
            "work"
        })
package org.conjoint.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
