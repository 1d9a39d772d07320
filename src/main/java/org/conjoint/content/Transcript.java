package org.conjoint.content;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is said and heard in the sound of a post.
 *
 * @param text as it was handed in, byte for byte
 * @param cues the timed pieces of the text, in their order; empty for plain text
 */
public record Transcript(TranscriptFormat format, String text, List<Cue> cues) {

    public Transcript {
        cues = List.copyOf(cues);
    }

    /** Text without times. */
    public static Transcript plain(String text) {
        return new Transcript(TranscriptFormat.PLAIN, text, List.of());
    }

    /** Reads a text of the format that it shows by its beginning. */
    public static ReadTranscript read(String text) {
        return read(TranscriptParser.formatOf(text), text);
    }

    /** Reads a text of a format; what cannot be read is left out of the cues and named. */
    public static ReadTranscript read(TranscriptFormat format, String text) {
        return TranscriptParser.read(format, text);
    }

    /** The words alone, without times and markup, one cue a line. */
    public String words() {
        return format == TranscriptFormat.PLAIN
                ? text
                : cues.stream().map(Cue::words).collect(Collectors.joining("\n"));
    }
}
