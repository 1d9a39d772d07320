/** The screens of appeals. */
@NullMarked
package org.conjoint.appeals.ui;

import org.jspecify.annotations.NullMarked;
