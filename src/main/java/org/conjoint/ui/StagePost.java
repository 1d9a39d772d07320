package org.conjoint.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as the stage shows it.
 *
 * @param created when it was posted, in the words of the person's locale
 * @param createdIso the same instant in ISO 8601; empty where it is not known
 * @param language the name of its language, in the person's language
 * @param lang the BCP 47 tag of its language; empty where it is not known
 * @param sensors the address of the lanes of its sensors; empty where it has none
 * @param sound its own sound; null where it has none besides its video's
 */
public record StagePost(
        String id,
        String author,
        String created,
        String createdIso,
        String language,
        String lang,
        @Nullable String caption,
        @Nullable String altText,
        @Nullable Medium image,
        @Nullable Medium sound,
        @Nullable Medium video,
        @Nullable Script transcript,
        String sensors) {

    /**
     * A medium: ready with its addresses, pending, or refused with a reason.
     *
     * @param state {@code ready}, {@code pending} or {@code refused}
     * @param srcset pictures of several widths, as in HTML
     * @param film the address of a moving image's video; empty where the image stands still
     * @param peaks the address of audiowaveform JSON, version 2; empty without sound
     * @param spectrogram the address of a picture of its spectrum, as wide as it is long; empty without
     * @param scenes the address of the times at which its picture changes; empty without
     * @param rate pictures a second; 0 where not known
     * @param loudness integrated loudness in LUFS; 0 where not known
     * @param width pixels; 0 where not known
     * @param height pixels; 0 where not known
     * @param duration milliseconds; 0 where not known
     */
    public record Medium(
            String state,
            String reason,
            String src,
            String srcset,
            String film,
            String poster,
            String peaks,
            String spectrogram,
            String scenes,
            double rate,
            double loudness,
            int width,
            int height,
            long duration) {

        public static Medium pending() {
            return new Medium("pending", "", "", "", "", "", "", "", "", 0, 0, 0, 0, 0);
        }

        public static Medium refused(String reason) {
            return new Medium("refused", reason, "", "", "", "", "", "", "", 0, 0, 0, 0, 0);
        }
    }

    /** A transcript; without times it has no cues. */
    public record Script(String text, List<Cue> cues) {}

    /** Milliseconds on the clock of the sound, and what is heard then. */
    public record Cue(long start, long end, String text) {}
}
