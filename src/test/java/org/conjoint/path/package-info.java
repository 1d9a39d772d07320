/** The whole path in a real browser: sign in, take, judge, submit, find, export. */
@NullMarked
package org.conjoint.path;

import org.jspecify.annotations.NullMarked;
