/** The screens on which jobs are followed, and the list of jobs for other screens. */
@NullMarked
@NamedInterface("ui")
package org.conjoint.jobs.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
