package org.conjoint.content;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.conjoint.meaning.Part;

/**
 * In which parts two posts differ. Alt text and the language of the caption belong to the caption, the transcript to the
 * sound, a video to image and sound. Author, source and time are no parts.
 */
public final class TwinParts {
    private TwinParts() {}

    /** The parts that differ. */
    public static Set<Part> differing(PostData one, PostData other) {
        var parts = EnumSet.noneOf(Part.class);
        if (!Objects.equals(one.image(), other.image())) {
            parts.add(Part.IMAGE);
        }
        if (!Objects.equals(one.caption(), other.caption())
                || !Objects.equals(one.altText(), other.altText())
                || !Objects.equals(one.language(), other.language())) {
            parts.add(Part.CAPTION);
        }
        if (!Objects.equals(one.audio(), other.audio()) || !Objects.equals(one.transcript(), other.transcript())) {
            parts.add(Part.AUDIO);
        }
        if (!Objects.equals(one.video(), other.video())) {
            parts.add(Part.IMAGE);
            parts.add(Part.AUDIO);
        }
        return parts;
    }

    /** Why a post is no twin of another with this part changed; empty when exactly that part differs. */
    public static Optional<TwinRefusal> refusal(PostData original, PostData twin, Part changed) {
        var differing = differing(original, twin);
        var video = original.video() != null || twin.video() != null;
        if (video && (changed != Part.CAPTION || !Objects.equals(original.video(), twin.video()))) {
            return Optional.of(new TwinRefusal.VideoStays());
        }
        if (differing.isEmpty()) {
            return Optional.of(new TwinRefusal.Same());
        }
        if (!differing.equals(Set.of(changed))) {
            return Optional.of(new TwinRefusal.OtherParts(changed, differing));
        }
        return changed == Part.AUDIO && Objects.equals(original.audio(), twin.audio())
                ? Optional.of(new TwinRefusal.SoundStays())
                : Optional.empty();
    }
}
