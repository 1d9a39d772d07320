/** Long work with progress, a report row by row and a cursor, so that it goes on where a kill stopped it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "shared", "ui"})
package org.conjoint.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
