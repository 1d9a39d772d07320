package org.conjoint.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.conjoint.testing.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real files of many formats end as their oracle, FFmpeg 5.1 by its command line, says: decoded with the same size and
 * duration, or refused. {@link MediaDifferences} lists where and why not.
 */
class MediaSamplesIT {
    private static final List<String> SETS = List.of(
            "media-tika",
            "media-filetype",
            "png-suite",
            "gif-suite",
            "exif-orientation",
            "images-modern",
            "images-pillow",
            "audio-fsdd",
            "audio-mutagen",
            "audio-speech-transcripts",
            "video-short");
    private static final Pattern SIZE = Pattern.compile("video:[^:;]*:(\\d+)x(\\d+)");

    private static Workshop workshop;

    /** A row of an oracle. */
    private record Row(String file, String format, String streams, String seconds, boolean decodes) {
        static Row of(String line) {
            var cells = line.split("\t", -1);
            return new Row(cells[0], cells[4], cells[5], cells[6], cells[3].equals("0") && cells[7].equals("0"));
        }

        boolean isImage() {
            return format.endsWith("_pipe")
                    || List.of("image2", "gif", "apng", "ico").contains(format)
                    || streams.contains("video:av1");
        }

        boolean hasSound() {
            return streams.contains("audio:") && !isImage();
        }

        boolean hasVideo() {
            return streams.contains("video:") && !streams.matches(".*audio:.*;video:(mjpeg|png):.*");
        }
    }

    @BeforeAll
    static void open() {
        workshop = Workshop.open();
    }

    @AfterAll
    static void close() {
        workshop.close();
    }

    @TestFactory
    List<DynamicTest> every_file_ends_as_its_oracle_implies() throws IOException {
        var tests = new java.util.ArrayList<DynamicTest>();
        for (var set : SETS) {
            var folder = Samples.folder(set);
            for (var line : Files.readAllLines(folder.resolve("MEDIA-ORACLE.tsv")).stream()
                    .skip(1)
                    .toList()) {
                var row = Row.of(line);
                tests.add(DynamicTest.dynamicTest(set + "/" + row.file(), () -> check(set, row, folder)));
            }
        }
        return tests;
    }

    private static void check(String set, Row row, Path folder) throws Exception {
        var media = workshop.take(folder.resolve(row.file()));
        var difference = MediaDifferences.of(set + "/" + row.file());
        if (difference != null) {
            assertThat(outcome(media)).as(difference.why()).isEqualTo(difference.outcome());
        } else if (row.decodes()) {
            assertThat(media.state()).isEqualTo(new MediaState.Ready());
            checkKind(row, media);
            checkSize(row, media);
            checkDuration(row, media);
        } else {
            assertThat(outcome(media)).isIn("unreadable", "unsupported_format", "truncated", "not_media");
        }
        if (media.state() instanceof MediaState.Refused refused) {
            assertThat(refused.reason()).endsWith(".").hasSizeBetween(18, 500);
        }
    }

    private static String outcome(Media media) {
        return switch (media.state()) {
            case MediaState.Refused refused -> refused.code();
            case MediaState.Pending() -> "pending";
            case MediaState.Ready() ->
                media.durationMillis() == null
                        ? "%dx%d".formatted(media.width(), media.height())
                        : media.durationMillis() + " ms";
        };
    }

    private static void checkKind(Row row, Media media) {
        var kind = row.isImage() ? MediaKind.IMAGE : row.hasVideo() ? MediaKind.VIDEO : MediaKind.AUDIO;
        assertThat(media.kind()).isEqualTo(kind);
        assertThat(media.hasSound()).isEqualTo(row.hasSound());
    }

    private static void checkSize(Row row, Media media) {
        var size = SIZE.matcher(row.streams());
        if (media.kind() != MediaKind.AUDIO && size.find()) {
            int width = Integer.parseInt(size.group(1));
            int height = Integer.parseInt(size.group(2));
            assertThat(List.of(media.width(), media.height())).isIn(List.of(width, height), List.of(height, width));
        }
    }

    private static void checkDuration(Row row, Media media) {
        if (media.kind() != MediaKind.IMAGE && !row.seconds().isEmpty()) {
            double claimed = 1000 * Double.parseDouble(row.seconds());
            assertThat((double) media.durationMillis()).isBetween(0.95 * claimed - 70, 1.05 * claimed + 70);
        }
    }
}
