/** The frame around every screen: bar, navigation by role, start page, settings, error pages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "shared", "ui"})
package org.conjoint.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
