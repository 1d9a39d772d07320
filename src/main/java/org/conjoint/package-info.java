/** Conjoint: human judgement of what the parts of a post mean together. */
@NullMarked
package org.conjoint;

import org.jspecify.annotations.NullMarked;
