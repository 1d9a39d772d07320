/** Measurements beside a yardstick in the same run. */
@NullMarked
package org.conjoint.bench;

import org.jspecify.annotations.NullMarked;
