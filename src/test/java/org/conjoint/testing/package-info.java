/** What several tests share: databases, sample data, a browser. */
@NullMarked
package org.conjoint.testing;

import org.jspecify.annotations.NullMarked;
