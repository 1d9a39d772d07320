/** The screens on which policies are read. */
@NullMarked
package org.conjoint.policy.ui;

import org.jspecify.annotations.NullMarked;
