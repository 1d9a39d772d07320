package org.conjoint.media.worker;

import java.util.List;

/**
 * One file to decode.
 *
 * @param original path of the bytes
 * @param folder path of an empty folder for what is made
 * @param sniffed the type the first bytes suggest
 * @param previews longest sides of the wanted previews, in pixels, ascending
 * @param extent how much to do
 */
public record MediaJob(
        String original, String folder, String sniffed, Limits limits, List<Integer> previews, Extent extent)
        implements WorkerJob {

    /** How much of the work a job asks for. */
    public enum Extent {
        /** Says what it is, from headers alone. */
        PROBE,
        /** Sound: duration and peaks only; pictures: previews only. */
        LOOK,
        /** All derivatives. */
        ALL
    }
}
