/** The screens of notes and interpretations. */
@NullMarked
package org.conjoint.guidance.ui;

import org.jspecify.annotations.NullMarked;
