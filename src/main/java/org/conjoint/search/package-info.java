/** The full-text index behind {@code SearchIndex}: takes entries, returns hits with highlights and counts; knows no posts. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.conjoint.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
