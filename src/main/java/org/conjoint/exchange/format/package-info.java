/** What files hold: rows of JSON and CSV, and the posts and verdicts in them, each with its file and line. */
@NullMarked
package org.conjoint.exchange.format;

import org.jspecify.annotations.NullMarked;
