/** The search screen and the page of one post. */
@NullMarked
package org.conjoint.discovery.ui;

import org.jspecify.annotations.NullMarked;
