/** The screens on which versions are tried out. */
@NullMarked
@NamedInterface("ui")
package org.conjoint.calibration.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
