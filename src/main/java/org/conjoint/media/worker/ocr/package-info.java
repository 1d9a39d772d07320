/** Reading text out of pictures, in the worker process only. */
@NullMarked
package org.conjoint.media.worker.ocr;

import org.jspecify.annotations.NullMarked;
