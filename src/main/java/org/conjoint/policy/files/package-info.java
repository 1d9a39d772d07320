/** The authoring format of policies: strict reading of a folder, its canonical form and hash, and all that is wrong with it. */
@NullMarked
@NamedInterface("files")
package org.conjoint.policy.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
