/** The data engineer's screen. */
@NullMarked
package org.conjoint.exchange.ui;

import org.jspecify.annotations.NullMarked;
