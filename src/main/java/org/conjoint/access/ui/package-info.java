/** Signing in, the first administrator, and looking after accounts, tokens and one's own password. */
@NullMarked
package org.conjoint.access.ui;

import org.jspecify.annotations.NullMarked;
