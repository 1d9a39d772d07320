/** Policies: their versions, clauses, locales, dates and examples, read from files and kept as records. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "meaning", "shared", "ui"})
package org.conjoint.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
