/** Posts as their audience receives them: texts, media and transcripts, in append-only revisions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "meaning", "media", "shared", "ui"})
package org.conjoint.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
