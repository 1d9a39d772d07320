/** What is pointed at in a post: spans of text, regions of a picture, intervals of sound, joined by links; pure values. */
@NullMarked
@ApplicationModule(allowedDependencies = "meaning")
package org.conjoint.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
