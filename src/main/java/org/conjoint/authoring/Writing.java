package org.conjoint.authoring;

import org.conjoint.policy.files.FileProblem;

/** What became of writing a passage. */
public sealed interface Writing {

    /** It stands. */
    record Written(int revision) implements Writing {}

    /** It stood so already. */
    record Same(int revision) implements Writing {}

    /** Somebody changed the passage since it was read: theirs stands, mine is kept beside it. */
    record Conflict(Side mine, Wording theirs) implements Writing {}

    /** The file is written so that the place cannot be found; it has to be put right in its source first. */
    record Unplaceable(FileProblem problem) implements Writing {}
}
