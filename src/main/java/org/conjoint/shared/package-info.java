/** The few value types that three or more modules use; no Spring, Vaadin or jOOQ. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.conjoint.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
