package org.conjoint.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.conjoint.meaning.Part;
import org.conjoint.media.MediaId;
import org.junit.jupiter.api.Test;

class TwinPartsTest {

    private static final MediaId ONE = new MediaId("1".repeat(64));
    private static final MediaId TWO = new MediaId("2".repeat(64));
    private static final PostData ORIGINAL =
            PostData.of("a").withCaption("see you at 8").withLanguage("en").withMedia(ONE, ONE, null);
    private static final PostData VIDEO =
            PostData.of("a").withCaption("see you").withMedia(null, null, ONE);

    @Test
    void alt_text_and_language_belong_to_the_caption() {
        assertThat(TwinParts.differing(ORIGINAL, ORIGINAL.withLanguage("de"))).containsExactly(Part.CAPTION);
        var described = new PostData("a", "see you at 8", "a door", "en", null, null, null, ONE, ONE, null, null);
        assertThat(TwinParts.refusal(ORIGINAL, described, Part.CAPTION)).isEmpty();
    }

    @Test
    void exactly_the_named_part_differs() {
        var other = ORIGINAL.withMedia(TWO, ONE, null);
        assertThat(TwinParts.refusal(ORIGINAL, other, Part.IMAGE)).isEmpty();
        assertThat(TwinParts.refusal(ORIGINAL, other, Part.CAPTION))
                .contains(new TwinRefusal.OtherParts(Part.CAPTION, Set.of(Part.IMAGE)));
        assertThat(TwinParts.refusal(ORIGINAL, other.withCaption("x"), Part.IMAGE))
                .hasValueSatisfying(why -> assertThat(why.message())
                        .isEqualTo("Only the image may differ from the original; here the image and the caption do"));
    }

    @Test
    void a_post_is_no_twin_of_what_it_is() {
        assertThat(TwinParts.refusal(ORIGINAL, ORIGINAL, Part.CAPTION)).contains(new TwinRefusal.Same());
    }

    @Test
    void a_new_sound_may_have_a_new_transcript_but_a_new_transcript_is_no_new_sound() {
        var transcript = Transcript.read("bread").transcript();
        var sound = ORIGINAL.withMedia(ONE, TWO, null).withTranscript(transcript);
        assertThat(TwinParts.refusal(ORIGINAL, sound, Part.AUDIO)).isEmpty();
        assertThat(TwinParts.refusal(ORIGINAL, ORIGINAL.withTranscript(transcript), Part.AUDIO))
                .contains(new TwinRefusal.SoundStays());
    }

    @Test
    void of_a_post_with_a_video_only_the_caption_changes() {
        assertThat(TwinParts.refusal(VIDEO, VIDEO.withCaption("another"), Part.CAPTION))
                .isEmpty();
        assertThat(TwinParts.refusal(VIDEO, VIDEO.withMedia(null, null, TWO), Part.IMAGE))
                .contains(new TwinRefusal.VideoStays());
        assertThat(TwinParts.refusal(VIDEO, VIDEO.withMedia(null, ONE, ONE), Part.AUDIO))
                .contains(new TwinRefusal.VideoStays());
    }
}
