package org.conjoint.media;

/** Where a medium stands between arriving and being seen. */
public sealed interface MediaState {

    /** Stored, not yet decoded. */
    record Pending() implements MediaState {}

    /** Decoded; its derivatives can be served. */
    record Ready() implements MediaState {}

    /**
     * Not decoded, and shown as such.
     *
     * @param code why, for machines, like {@code not_media} or {@code too_many_pixels}
     * @param reason why, in a sentence for people
     */
    record Refused(String code, String reason) implements MediaState {}
}
