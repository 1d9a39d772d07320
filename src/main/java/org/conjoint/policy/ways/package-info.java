/** What changed between two versions of a policy, for those who ask what follows from it. */
@NullMarked
@NamedInterface("ways")
package org.conjoint.policy.ways;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
