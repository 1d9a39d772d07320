/** The component kit of every screen: choices, chips, keys, states, thumbnails, players; it has no routes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "meaning"})
package org.conjoint.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
