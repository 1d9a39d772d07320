package org.conjoint.moderation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.conjoint.evidence.Interval;
import org.conjoint.meaning.Part;

/**
 * What a rater did with a post, as the page observed it. A receipt for quality leads; never a punishment by itself.
 *
 * @param activeMillis how long the rater worked on it
 * @param viewed when each part was on the stage, on the clock of the work
 * @param heard which stretches of the sound were played aloud, on the clock of the sound
 * @param fullImage whether the picture was seen at its full size
 * @param transcriptMillis how long the rater was over the transcript
 */
public record Attention(
        long activeMillis,
        Map<Part, List<Stretch>> viewed,
        List<Stretch> heard,
        boolean fullImage,
        long transcriptMillis) {

    /** Stretches kept of each list; the closest are joined beyond that. */
    static final int MOST_STRETCHES = 100;

    public static final Attention NONE = new Attention(0, Map.of(), List.of(), false, 0);

    /** Work of so many milliseconds, of which nothing else is known. */
    public static Attention of(long activeMillis) {
        return new Attention(activeMillis, Map.of(), List.of(), false, 0);
    }

    /** Half-open, in milliseconds. */
    public record Stretch(long start, long end) {}

    public Attention {
        var kept = new EnumMap<Part, List<Stretch>>(Part.class);
        viewed.forEach((part, stretches) -> kept.put(part, merged(stretches)));
        viewed = Map.copyOf(kept);
        heard = merged(heard);
    }

    /** Of a stretch of the sound, how much was heard, from 0 to 1. */
    public double heard(Interval interval) {
        var length = interval.endMillis() - interval.startMillis();
        var both = heard.stream()
                .mapToLong(stretch -> Math.max(
                        0,
                        Math.min(stretch.end(), interval.endMillis())
                                - Math.max(stretch.start(), interval.startMillis())))
                .sum();
        return length <= 0 ? 0 : Math.min(1, (double) both / length);
    }

    /** How long a part was on the stage, in milliseconds. */
    public long viewedMillis(Part part) {
        return viewed.getOrDefault(part, List.of()).stream()
                .mapToLong(stretch -> stretch.end() - stretch.start())
                .sum();
    }

    /** In order, without overlaps, and not too many. */
    private static List<Stretch> merged(List<Stretch> stretches) {
        var sorted = stretches.stream()
                .filter(stretch -> stretch.start() >= 0 && stretch.end() > stretch.start())
                .sorted(Comparator.comparingLong(Stretch::start))
                .toList();
        var merged = joined(sorted, 0);
        for (var gap = 100L; merged.size() > MOST_STRETCHES; gap *= 2) {
            merged = joined(sorted, gap);
        }
        return List.copyOf(merged);
    }

    private static List<Stretch> joined(List<Stretch> sorted, long gap) {
        var joined = new ArrayList<Stretch>();
        for (var stretch : sorted) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && stretch.start() <= last.end() + gap) {
                joined.set(joined.size() - 1, new Stretch(last.start(), Math.max(last.end(), stretch.end())));
            } else {
                joined.add(stretch);
            }
        }
        return joined;
    }
}
