/** Joint meaning as a calculus: grades of parts and whole, composition, sufficient sets; pure values. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.conjoint.meaning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
