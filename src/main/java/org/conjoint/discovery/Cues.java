package org.conjoint.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conjoint.content.Transcript;
import org.conjoint.content.TranscriptFormat;

/** Where the cues of a transcript begin in its words, so that a word found leads to a time. */
record Cues(List<Start> starts) {

    /**
     * The beginning of a cue.
     *
     * @param offset in the words of the transcript, in UTF-16 units
     * @param millis from the beginning of the sound
     */
    record Start(int offset, long millis) {}

    static Cues of(Transcript transcript) {
        var starts = new ArrayList<Start>();
        if (transcript.format() != TranscriptFormat.PLAIN) {
            var offset = 0;
            for (var cue : transcript.cues()) {
                starts.add(new Start(offset, cue.startMillis()));
                offset += cue.words().length() + 1;
            }
        }
        return new Cues(starts);
    }

    /** As {@code offset:millis} separated by spaces. */
    String write() {
        var text = new StringBuilder();
        for (var start : starts) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(start.offset())
                    .append(':')
                    .append(start.millis());
        }
        return text.toString();
    }

    static Cues read(String text) {
        var starts = new ArrayList<Start>();
        for (var part : text.isEmpty() ? new String[0] : text.split(" ")) {
            var colon = part.indexOf(':');
            starts.add(new Start(
                    Integer.parseInt(part, 0, colon, 10), Long.parseLong(part, colon + 1, part.length(), 10)));
        }
        return new Cues(starts);
    }

    /** The cue in which a place of the words lies. */
    Optional<Start> at(int offset) {
        return starts.stream().filter(start -> start.offset() <= offset).reduce((first, second) -> second);
    }

    /** The place where the cue after one begins, or a place beyond all words. */
    int after(Start cue) {
        return starts.stream()
                .mapToInt(Start::offset)
                .filter(offset -> offset > cue.offset())
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }
}
