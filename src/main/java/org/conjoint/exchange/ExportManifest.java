package org.conjoint.exchange;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an export, so that it can be checked and cited.
 *
 * @param format the name and version of the format
 * @param createdAt when it was made
 * @param queue the queue that it was limited to
 * @param verdicts how many rows
 * @param posts how many posts they are about
 * @param raters how many raters gave them
 * @param compositions how many verdicts of each composition
 * @param split the shares of train, validation and test, per cent of the families
 * @param splits how many verdicts on each side
 * @param policies the wordings that the verdicts were made under
 * @param files every file but this one
 */
public record ExportManifest(
        String format,
        Instant createdAt,
        @Nullable String queue,
        long verdicts,
        long posts,
        long raters,
        SortedMap<String, Long> compositions,
        ExportSplit split,
        SortedMap<String, Long> splits,
        List<Wording> policies,
        List<File> files) {

    /**
     * A policy text that verdicts were made under.
     *
     * @param textSha256 over the whole canonical text in the locale
     */
    public record Wording(
            String slug, String version, String jurisdiction, String locale, String textSha256, long verdicts) {}

    /** A file beside the manifest, its size in bytes and the SHA-256 of its bytes. */
    public record File(String name, long bytes, String sha256, long rows) {}
}
