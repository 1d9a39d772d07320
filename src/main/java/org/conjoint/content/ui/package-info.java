/** How a post is put on the stage, for the screens of other modules; it has no routes. */
@NullMarked
@NamedInterface("ui")
package org.conjoint.content.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
