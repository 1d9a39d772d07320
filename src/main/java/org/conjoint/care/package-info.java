/** Care for the people who look: which shields hold for whom, with the floor that the organisation asks for. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "policy", "shared", "ui"})
package org.conjoint.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
