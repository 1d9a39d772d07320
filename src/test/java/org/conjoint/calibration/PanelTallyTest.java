package org.conjoint.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.conjoint.agreement.Agreement;
import org.conjoint.content.PostId;
import org.conjoint.meaning.JointGrade;
import org.conjoint.moderation.PanelAnswer;
import org.conjoint.shared.UserId;
import org.conjoint.work.QueueId;
import org.junit.jupiter.api.Test;

class PanelTallyTest {

    private static final PostId POST = new PostId(7);

    private final List<PanelAnswer> answers = new ArrayList<>();

    @Test
    void the_grade_is_the_middle_one_and_of_two_middle_ones_the_graver() {
        assertThat(grade(JointGrade.NONE, JointGrade.VIOLATING, JointGrade.BORDERLINE))
                .isEqualTo(JointGrade.BORDERLINE);
        assertThat(grade(JointGrade.NONE, JointGrade.BORDERLINE)).isEqualTo(JointGrade.BORDERLINE);
        assertThat(grade(JointGrade.NONE, JointGrade.NONE, JointGrade.VIOLATING))
                .isEqualTo(JointGrade.NONE);
    }

    @Test
    void who_cannot_tell_gives_no_answer() {
        assertThat(grade(JointGrade.CANNOT_TELL, JointGrade.CANNOT_TELL, JointGrade.NONE))
                .isEqualTo(JointGrade.NONE);
        assertThat(grade(JointGrade.CANNOT_TELL)).isNull();
        answer(JointGrade.CANNOT_TELL);
        answer(JointGrade.NONE);
        assertThat(tally().joint(List.of(POST))).isEqualTo(new Agreement.NoPairs());
    }

    @Test
    void only_a_violation_of_a_severe_clause_is_severe() {
        answers.add(new PanelAnswer(
                new QueueId(1), POST, new UserId(1), JointGrade.VIOLATING, "X-1", Set.of("X-1", "X-9")));
        answers.add(new PanelAnswer(new QueueId(1), POST, new UserId(2), JointGrade.VIOLATING, "X-1", Set.of("X-1")));
        answers.add(new PanelAnswer(new QueueId(1), POST, new UserId(3), JointGrade.BORDERLINE, "X-9", Set.of("X-9")));
        assertThat(tally().violating(List.of(POST), Set.of("X-9"))).isInstanceOf(Agreement.Measured.class);
        assertThat(tally().violating(List.of(POST), Set.of("X-5"))).isEqualTo(new Agreement.AllTheSame(1));
    }

    @Test
    void a_graver_grade_is_up_and_one_that_nobody_could_tell_is_open() {
        assertThat(flip(JointGrade.BORDERLINE, JointGrade.VIOLATING)).isEqualTo(Flip.UP);
        assertThat(flip(JointGrade.VIOLATING, JointGrade.NONE)).isEqualTo(Flip.DOWN);
        assertThat(flip(JointGrade.NONE, JointGrade.NONE)).isEqualTo(Flip.SAME);
        assertThat(new RoundPost(POST, Drawn.OTHER, null, JointGrade.NONE, null).flip())
                .isEqualTo(Flip.OPEN);
        assertThat(new RoundPost(POST, Drawn.KNOWN, JointGrade.NONE, null, JointGrade.VIOLATING).flip())
                .isEqualTo(Flip.UP);
    }

    private static Flip flip(JointGrade before, JointGrade after) {
        return new RoundPost(POST, Drawn.NEAR, null, before, after).flip();
    }

    private JointGrade grade(JointGrade... grades) {
        answers.clear();
        for (var grade : grades) {
            answer(grade);
        }
        return tally().grade(POST);
    }

    private void answer(JointGrade grade) {
        answers.add(new PanelAnswer(new QueueId(1), POST, new UserId(answers.size() + 1), grade, null, Set.of()));
    }

    private PanelTally tally() {
        return new PanelTally(answers, 1);
    }
}
