/** Queues of things to judge: leases on places, drafts, submissions with receipts; overlap is never exceeded. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "content", "policy", "shared"})
package org.conjoint.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
