/** How far answers to the same items agree, beyond chance: a calculus without Spring. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.conjoint.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
