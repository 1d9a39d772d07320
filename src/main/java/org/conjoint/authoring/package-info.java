/** Texts of policies in the making: drafts that several people write, what is wrong with them, and the step to review. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "policy", "policy :: files", "shared", "ui"})
package org.conjoint.authoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
