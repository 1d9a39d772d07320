/** What runs inside a worker process: untrusted bytes are decoded here and nowhere else. */
@NullMarked
package org.conjoint.media.worker;

import org.jspecify.annotations.NullMarked;
