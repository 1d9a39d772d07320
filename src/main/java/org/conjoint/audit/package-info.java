/** The audit trail: who did what to which subject, append-only and chained by hashes. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.conjoint.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
