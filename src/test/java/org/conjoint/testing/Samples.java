package org.conjoint.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real data sets beside the project, never part of it. The system property {@code conjoint.data.samples} names their
 * folder; a test that needs one is skipped where it is missing.
 */
public final class Samples {
    private static final Path ROOT = Path.of(System.getProperty("conjoint.data.samples", "../shared/data"));

    private Samples() {}

    /** The folder of a data set; skips the calling test, saying why, when it is not there. */
    public static Path folder(String name) {
        var folder = ROOT.resolve(name);
        assumeTrue(
                Files.isDirectory(folder),
                () -> "Skipped: the data set %s is not at %s; set -Dconjoint.data.samples"
                        .formatted(name, folder.toAbsolutePath().normalize()));
        return folder;
    }
}
