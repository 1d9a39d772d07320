/** The settings of the shields. */
@NullMarked
package org.conjoint.care.ui;

import org.jspecify.annotations.NullMarked;
