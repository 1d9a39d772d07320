/** Whether what is seen and heard at a time is what the source has at that time. */
@NullMarked
package org.conjoint.cue;

import org.jspecify.annotations.NullMarked;
