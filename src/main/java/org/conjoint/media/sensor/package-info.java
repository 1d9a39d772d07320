/** Time series of sensors: read from CSV, refused with a line number, drawn as lanes under the clock of a post. */
@NullMarked
package org.conjoint.media.sensor;

import org.jspecify.annotations.NullMarked;
