package org.conjoint.moderation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Pair;
import org.conjoint.meaning.PairAnswer;
import org.conjoint.meaning.Part;
import org.conjoint.meaning.PartGrade;
import org.conjoint.moderation.VerdictForm;
import org.junit.jupiter.api.Test;

class FormStateTest {

    private final Set<Part> two = EnumSet.of(Part.IMAGE, Part.CAPTION);
    private final FormState form = new FormState(two, VerdictForm.EMPTY);

    @Test
    void a_part_that_the_post_lacks_is_absent_from_the_start() {
        assertThat(form.toForm().grades()).containsOnly(Map.entry(Part.AUDIO, PartGrade.ABSENT));
    }

    @Test
    void a_grade_that_falls_to_none_cites_nothing_any_more() {
        form.grade(Row.JOINT, Mark.VIOLATING);
        form.cite(Row.JOINT, "HAR-2.1", true);
        assertThat(form.principal()).isEqualTo("HAR-2.1");
        form.grade(Row.JOINT, Mark.NONE);
        assertThat(form.toForm().jointClauses()).isEmpty();
        assertThat(form.principal()).isNull();
    }

    @Test
    void a_part_without_a_grade_of_its_own_does_not_show_that_of_the_whole() {
        form.grade(Row.JOINT, Mark.VIOLATING);
        assertThat(form.mark(Row.IMAGE)).isNull();
        assertThat(form.mark(Row.AUDIO)).isNull();
        assertThat(form.aboveNone(Row.AUDIO)).isFalse();
    }

    @Test
    void the_first_clause_of_the_whole_is_principal_until_another_is() {
        form.grade(Row.JOINT, Mark.VIOLATING);
        form.cite(Row.JOINT, "HAR-2.1", true);
        form.cite(Row.JOINT, "HAR-1.1", true);
        assertThat(form.principal()).isEqualTo("HAR-2.1");
        form.principal("HAR-1.1");
        assertThat(form.principal()).isEqualTo("HAR-1.1");
        form.cite(Row.JOINT, "HAR-1.1", false);
        assertThat(form.principal()).isEqualTo("HAR-2.1");
    }

    @Test
    void stopping_early_leaves_the_rest_not_viewed_and_can_be_taken_back() {
        form.grade(Row.CAPTION, Mark.VIOLATING);
        form.cite(Row.CAPTION, "HAR-3.1", true);
        form.stopEarly(Row.CAPTION);
        assertThat(form.toForm().grades()).containsEntry(Part.IMAGE, PartGrade.NOT_VIEWED);
        assertThat(form.toForm().joint()).isEqualTo(JointGrade.VIOLATING);
        assertThat(form.principal()).isEqualTo("HAR-3.1");
        form.lookOn();
        assertThat(form.toForm().grades()).doesNotContainKey(Part.IMAGE);
        assertThat(form.toForm().joint()).isNull();
        assertThat(form.toForm().stoppedEarly()).isFalse();
    }

    @Test
    void answers_that_no_longer_apply_are_dropped() {
        form.pair(Pair.IMAGE_CAPTION, PairAnswer.YES);
        form.keepOnly(Set.of("grade.image"));
        assertThat(form.toForm().pairs()).isEmpty();
    }

    @Test
    void a_draft_comes_back_as_it_was() {
        form.grade(Row.CAPTION, Mark.BORDERLINE);
        form.cite(Row.CAPTION, "HAR-2.1", true);
        form.reading("Dana stinks, and the office laughs.");
        assertThat(new FormState(two, form.toForm()).toForm()).isEqualTo(form.toForm());
    }
}
