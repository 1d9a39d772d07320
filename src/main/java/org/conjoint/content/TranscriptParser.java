package org.conjoint.content;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cues of WebVTT (the block algorithm of W3C WebVTT, section 6.1) and SRT. What cannot be read is left out of
 * the cues and named with its line, as a browser would leave it out.
 */
final class TranscriptParser {
    private static final String STAMP = "(?:([0-9]+):)?([0-9]{2}):([0-9]{2})[.%s]([0-9]{3})";
    private static final Pattern WEBVTT_TIMES = times("");
    private static final Pattern SRT_TIMES = times(",");
    private static final Pattern HEADER = Pattern.compile("\uFEFF?WEBVTT(?:[ \t\n].*)?", Pattern.DOTALL);
    private static final Pattern SRT_START =
            Pattern.compile("\uFEFF?\\s*[0-9]+[ \t]*\n[ \t]*[0-9:]+,[0-9]{3}[ \t]*-->.*", Pattern.DOTALL);

    private final List<Cue> cues = new ArrayList<>();
    private final List<TranscriptProblem> problems = new ArrayList<>();
    private final String[] lines;
    private final Pattern times;
    private int next;

    private TranscriptParser(String[] lines, Pattern times) {
        this.lines = lines;
        this.times = times;
    }

    /** The format that a text shows by its beginning. */
    static TranscriptFormat formatOf(String text) {
        var unix = unix(text);
        if (HEADER.matcher(unix).matches()) {
            return TranscriptFormat.WEBVTT;
        }
        return SRT_START.matcher(unix).matches() ? TranscriptFormat.SRT : TranscriptFormat.PLAIN;
    }

    static ReadTranscript read(TranscriptFormat format, String text) {
        return switch (format) {
            case PLAIN -> new ReadTranscript(Transcript.plain(text), List.of());
            case WEBVTT -> webVtt(text);
            case SRT -> srt(text);
        };
    }

    private static ReadTranscript webVtt(String text) {
        var unix = unix(text);
        if (!HEADER.matcher(unix).matches()) {
            var problem = new TranscriptProblem(1, "The first line of WebVTT begins with WEBVTT");
            return new ReadTranscript(new Transcript(TranscriptFormat.WEBVTT, text, List.of()), List.of(problem));
        }
        var parser = new TranscriptParser(unix.split("\n", -1), WEBVTT_TIMES);
        parser.next = 1;
        parser.skipHeader();
        parser.blocks(false);
        return new ReadTranscript(new Transcript(TranscriptFormat.WEBVTT, text, parser.cues), parser.problems);
    }

    private static ReadTranscript srt(String text) {
        var unix = unix(text);
        var parser =
                new TranscriptParser((unix.startsWith("\uFEFF") ? unix.substring(1) : unix).split("\n", -1), SRT_TIMES);
        parser.blocks(true);
        return new ReadTranscript(new Transcript(TranscriptFormat.SRT, text, parser.cues), parser.problems);
    }

    /** Line ends as LF, and U+0000 as the replacement character. */
    private static String unix(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\uFFFD');
    }

    private static Pattern times(String fraction) {
        var stamp = STAMP.formatted(fraction);
        return Pattern.compile("[ \t\f]*" + stamp + "[ \t\f]*-->[ \t\f]*" + stamp + "(.*)");
    }

    /** Header lines end at an empty line, or where a cue begins. */
    private void skipHeader() {
        while (next < lines.length && !lines[next].isEmpty() && !lines[next].contains("-->")) {
            next++;
        }
    }

    private void blocks(boolean numbered) {
        while (next < lines.length) {
            if (lines[next].isEmpty()) {
                next++;
            } else {
                block(numbered);
            }
        }
    }

    private void block(boolean numbered) {
        var first = next;
        var text = new StringBuilder();
        @Nullable String heading = null;
        int[] range = null;
        Cue timed = null;
        var arrow = false;
        for (var count = 1; next < lines.length && !lines[next].isEmpty(); count++, next++) {
            var line = lines[next];
            if (line.contains("-->")) {
                if (arrow || count > 2) {
                    break;
                }
                arrow = true;
                heading = text.toString();
                text.setLength(0);
                timed = cue(line);
                range = new int[] {next};
            } else {
                if (!text.isEmpty()) {
                    text.append('\n');
                }
                text.append(line);
            }
        }
        if (timed != null) {
            cues.add(new Cue(timed.startMillis(), timed.endMillis(), text.toString()));
            if (numbered && heading != null && !heading.strip().chars().allMatch(Character::isDigit)) {
                problem(first, "A block of SRT begins with its number, not “%s”".formatted(heading));
            }
        } else if (range == null && !isComment(text)) {
            problem(first, "These lines have no times and are not shown");
        }
    }

    private static boolean isComment(CharSequence text) {
        return Pattern.compile("(NOTE|STYLE|REGION)(?:[ \t\n].*)?", Pattern.DOTALL)
                .matcher(text)
                .matches();
    }

    private @Nullable Cue cue(String line) {
        var matcher = times.matcher(line);
        if (!matcher.matches()) {
            problem(next, "These are not times of a cue, as in 00:01.500 --> 00:04.000: “%s”".formatted(line));
            return null;
        }
        var start = millis(matcher, 1);
        var end = millis(matcher, 5);
        if (start.isEmpty() || end.isEmpty()) {
            problem(next, "Minutes and seconds go to 59: “%s”".formatted(line));
            return null;
        }
        if (end.getAsLong() < start.getAsLong()) {
            problem(next, "The cue ends before it starts: “%s”".formatted(line));
            return null;
        }
        return new Cue(start.getAsLong(), end.getAsLong(), "");
    }

    private static OptionalLong millis(Matcher matcher, int group) {
        var written = matcher.group(group);
        if (written != null && written.length() > 9) {
            return OptionalLong.empty();
        }
        var hours = written == null ? 0 : Long.parseLong(written);
        var minutes = Long.parseLong(matcher.group(group + 1));
        var seconds = Long.parseLong(matcher.group(group + 2));
        return minutes > 59 || seconds > 59
                ? OptionalLong.empty()
                : OptionalLong.of(
                        ((hours * 60 + minutes) * 60 + seconds) * 1000 + Long.parseLong(matcher.group(group + 3)));
    }

    private void problem(int index, String message) {
        problems.add(new TranscriptProblem(index + 1, message));
    }
}
