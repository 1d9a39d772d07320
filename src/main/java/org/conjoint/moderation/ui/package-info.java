/** The rating screen, the queues to choose from, and what a rater has judged. */
@NullMarked
package org.conjoint.moderation.ui;

import org.jspecify.annotations.NullMarked;
