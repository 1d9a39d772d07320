/** Which verdicts another version of their policy would make come out otherwise: derived, counted, and kept on purpose. */
@NullMarked
@NamedInterface("staleness")
package org.conjoint.moderation.staleness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
