/** The screens on which policies are written and taken into force. */
@NullMarked
package org.conjoint.authoring.ui;

import org.jspecify.annotations.NullMarked;
