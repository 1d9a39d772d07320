package org.conjoint.media;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where media end otherwise than their oracle says, and why. */
final class MediaDifferences {
    private static final Map<String, Difference> ALL = new HashMap<>();

    static {
        because(
                "FFmpeg 5.1 reads no HEIF; FFmpeg 8 does, tiles and rotation included",
                "media-tika/image/IMG_1034.heic",
                "4032x3024",
                "media-tika/image/testHEIF.heic",
                "800x544",
                "media-filetype/fixture-heic.heic",
                "3024x4032",
                "media-filetype/fixture-mif1.heic",
                "1440x960",
                "images-modern/example.heic",
                "1280x854");
        because(
                "The worker's FFmpeg is built without libjxl",
                "media-tika/image/testJXL_ISOBMFF.jxl",
                "unsupported_format",
                "media-tika/image/testJXL_exif.jxl",
                "unsupported_format",
                "media-filetype/fixture.jxl",
                "unsupported_format",
                "media-filetype/fixture2.jxl",
                "unsupported_format");
        because(
                "The oracle's program exits with 0 but writes no picture or sound: there is none in the file",
                "media-filetype/fixture-babys-songbook.m4b.m4a",
                "truncated",
                "gif-suite/image-zero-height.gif",
                "truncated",
                "gif-suite/image-zero-size.gif",
                "truncated",
                "gif-suite/no-data.gif",
                "truncated",
                "audio-mutagen/2822400-1ch-0s-silence.dff",
                "truncated",
                "audio-mutagen/2822400-1ch-0s-silence.dsf",
                "truncated",
                "audio-mutagen/nero-chapters.m4b",
                "truncated",
                "audio-mutagen/with-id3.dsf",
                "truncated",
                "audio-mutagen/without-id3.dsf",
                "truncated");
        because(
                "The container claims more than its shortened data hold; FFmpeg decodes exactly this much",
                "media-filetype/fixture.wma.asf",
                "557 ms",
                "media-filetype/fixture2.mkv",
                "1706 ms",
                "audio-mutagen/52-too-short-block-size.flac",
                "313 ms",
                "audio-mutagen/apev2-lyricsv2.mp3",
                "1934 ms",
                "audio-mutagen/example.opus",
                "11355 ms",
                "audio-mutagen/issue_29.wma",
                "836 ms",
                "audio-mutagen/variable-block.flac",
                "906 ms",
                "audio-mutagen/vbri.mp3",
                "444 ms",
                "audio-mutagen/audacious-trailing-id32-apev2.mp3",
                "1011 ms");
        because(
                "The oracle's duration is guessed from the bit rate; this is what is in the file",
                "media-filetype/fixture-adts-mpeg4.aac",
                "16000 ms",
                "media-filetype/fixture.mpg",
                "1334 ms");
        because(
                "FFmpeg 5.1 fails for the sound, whose header is cut off; the pictures decode, and the sound is left out",
                "media-filetype/fixture.ogm",
                "1921 ms");
        because(
                "TGA has no magic number; the oracle believed the file's name, and names are never believed here",
                "images-pillow/rgb32rle_top_right.tga",
                "unsupported_format");
        because("The oracle fails as well; here the reason is named", "gif-suite/max-size.gif", "too_many_pixels");
        because(
                "The file is empty; the reason is named",
                "gif-suite/empty.icc",
                "empty",
                "gif-suite/empty.xmp",
                "empty",
                "audio-mutagen/emptyfile.mp3",
                "empty");
    }

    /** How a medium ends here: its size, its duration or the code of its refusal. */
    record Difference(String outcome, String why) {}

    private MediaDifferences() {}

    static @Nullable Difference of(String file) {
        return ALL.get(file);
    }

    private static void because(String why, String... filesAndOutcomes) {
        for (int i = 0; i < filesAndOutcomes.length; i += 2) {
            ALL.put(filesAndOutcomes[i], new Difference(filesAndOutcomes[i + 1], why));
        }
    }
}
