package org.conjoint.content;

/** What became of a twin to be. */
public sealed interface TwinOutcome {

    /** It is a post of its own. */
    record Made(PostId post, int revision, String externalId) implements TwinOutcome {}

    /** Nothing was written. */
    record Refused(TwinRefusal why) implements TwinOutcome {}
}
