package org.conjoint.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Says what a file looks like, by its first bytes alone. */
final class Sniffer {
    static final String UNKNOWN = "application/octet-stream";

    /** Types that hold pictures or sound although their names do not say so. */
    private static final Set<String> CONTAINERS = Set.of(
            UNKNOWN,
            "application/mp4",
            "application/ogg",
            "application/mxf",
            "application/x-matroska",
            "application/vnd.rn-realmedia",
            "application/vnd.ms-asf",
            "application/x-id3",
            "text/plain");

    private final Detector detector = MimeTypes.getDefaultMimeTypes();

    /** The type, without parameters, like {@code image/jpeg}. */
    String sniff(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return detector.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    /** Whether a decoder should look at a file of this type at all. */
    static boolean mayBeMedia(String type) {
        return type.startsWith("image/")
                || type.startsWith("audio/")
                || type.startsWith("video/")
                || CONTAINERS.contains(type);
    }
}
