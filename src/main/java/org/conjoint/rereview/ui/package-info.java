/** The screen on which one weighs what a version does to verdicts. */
@NullMarked
package org.conjoint.rereview.ui;

import org.jspecify.annotations.NullMarked;
