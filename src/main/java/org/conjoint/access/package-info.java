/** Accounts and roles, signing in, tokens, pseudonyms, and who is at work right now. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "shared", "ui"})
package org.conjoint.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
