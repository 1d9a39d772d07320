/** What survives when the process is killed. */
@NullMarked
package org.conjoint.durability;

import org.jspecify.annotations.NullMarked;
