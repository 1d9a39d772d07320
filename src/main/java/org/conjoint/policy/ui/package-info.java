/** The screens on which policies are read and compared, and what other screens show of them. */
@NamedInterface("ui")
@NullMarked
package org.conjoint.policy.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
