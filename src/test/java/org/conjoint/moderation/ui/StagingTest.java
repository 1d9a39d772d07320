package org.conjoint.moderation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.conjoint.meaning.Part;
import org.conjoint.moderation.VerdictForm;
import org.conjoint.work.Protocol;
import org.junit.jupiter.api.Test;

class StagingTest {

    private final Set<Part> all = EnumSet.allOf(Part.class);

    @Test
    void text_comes_before_sound_before_pixels_before_the_whole() {
        assertThat(new Staging(Protocol.STAGED, all).order())
                .containsExactly(Row.CAPTION, Row.AUDIO, Row.IMAGE, Row.JOINT);
    }

    @Test
    void a_part_that_the_post_lacks_is_left_out() {
        assertThat(new Staging(Protocol.STAGED, EnumSet.of(Part.IMAGE, Part.CAPTION)).order())
                .containsExactly(Row.CAPTION, Row.IMAGE, Row.JOINT);
    }

    @Test
    void a_row_opens_once_those_before_it_are_graded() {
        var staging = new Staging(Protocol.STAGED, all);
        var form = new FormState(all, VerdictForm.EMPTY);
        assertThat(staging.opened(form)).containsExactly(Row.CAPTION);
        assertThat(staging.blind(form)).isTrue();
        form.grade(Row.CAPTION, Mark.NONE);
        assertThat(staging.opened(form)).containsExactlyInAnyOrder(Row.CAPTION, Row.AUDIO);
        form.grade(Row.AUDIO, Mark.CANNOT_TELL);
        form.grade(Row.IMAGE, Mark.BORDERLINE);
        assertThat(staging.opened(form)).contains(Row.JOINT);
        assertThat(staging.blind(form)).isFalse();
        assertThat(staging.start(form)).isEqualTo(Row.JOINT);
    }

    @Test
    void whole_only_lets_every_part_be_seen_and_only_the_whole_be_graded() {
        var staging = new Staging(Protocol.WHOLE_ONLY, all);
        var form = new FormState(all, VerdictForm.EMPTY);
        assertThat(staging.order()).containsExactly(Row.JOINT);
        assertThat(staging.opened(form)).containsExactlyInAnyOrder(Row.values());
        assertThat(staging.blind(form)).isFalse();
    }
}
