package org.conjoint.guidance;

import org.conjoint.shared.UserId;

/**
 * The note of a verdict that has just been recorded.
 *
 * @param verdict its id, the same through all its revisions
 * @param sender who gave this revision
 */
public record VerdictNote(long verdict, UserId sender, NoteDraft draft) {}
