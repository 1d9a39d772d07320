/** Content-addressed media: stored by hash, decoded in worker processes, served only as derivatives; knows no posts. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.conjoint.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
