package org.conjoint.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conjoint.agreement.Krippendorff.Scale;
import org.junit.jupiter.api.Test;

class KrippendorffTest {

    /** Krippendorff 2011, example C: four observers, twelve units, missing answers; 0 stands for a missing one. */
    private static final int[][] PUBLISHED = {
        {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
        {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
        {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
        {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}
    };

    @Test
    void the_published_example_with_missing_answers_gives_the_published_figures() {
        var items = IntStream.range(0, 12)
                .mapToObj(unit -> Stream.of(PUBLISHED)
                        .map(observer -> observer[unit])
                        .filter(answer -> answer > 0)
                        .toList())
                .toList();
        assertThat(alpha(Scale.NOMINAL, items)).isEqualTo(0.743, within(0.0005));
        assertThat(alpha(Scale.ORDINAL, items)).isEqualTo(0.815, within(0.0005));
        assertThat(Krippendorff.of(Scale.ORDINAL, items, 1).items()).isEqualTo(11);
    }

    /**
     * By hand: pairs 00, 01, 11, 22, so that 8 answers are three 0, three 1, two 2. Coincidences of 0 with 1: 1 each way. The
     * ordinal distance of 0 and 1 is (3 + 3 − 3)² = 9, of 1 and 2 (3 + 2 − 2.5)² = 6.25, of 0 and 2 (3 + 3 + 2 − 2.5)² =
     * 30.25. Observed: 2 · 9 / 8 = 2.25. Expected: 2 · (9 · 9 + 6 · 6.25 + 6 · 30.25) / (8 · 7) = 600 / 56. α = 1 − 0.21.
     */
    @Test
    void three_grades_in_order_give_what_one_computes_by_hand() {
        var items = List.of(List.of(0, 0), List.of(0, 1), List.of(1, 1), List.of(2, 2));
        assertThat(alpha(Scale.ORDINAL, items)).isEqualTo(0.79, within(1e-9));
    }

    @Test
    void an_answer_without_a_second_one_changes_nothing() {
        var items = List.of(List.of(0, 0), List.of(0, 1), List.of(1, 1), List.of(2, 2));
        var more = new ArrayList<List<Integer>>(items);
        more.add(List.of(2));
        more.add(List.of());
        assertThat(alpha(Scale.ORDINAL, more)).isEqualTo(0.79, within(1e-9));
    }

    @Test
    void answers_that_are_all_the_same_say_nothing() {
        var items = List.of(List.of(1, 1), List.of(1, 1, 1));
        assertThat(Krippendorff.of(Scale.ORDINAL, items, 1)).isEqualTo(new Agreement.AllTheSame(2));
        assertThat(Krippendorff.of(Scale.ORDINAL, List.of(List.of(1), List.of(2)), 1))
                .isEqualTo(new Agreement.NoPairs());
    }

    @Test
    void the_interval_holds_the_figure_is_the_same_for_the_same_seed_and_narrows_with_more_items() {
        var few = measured(raters(40, 0.85), 7);
        var many = measured(raters(160, 0.85), 7);
        assertThat(few.low()).isLessThan(few.alpha());
        assertThat(few.high()).isGreaterThan(few.alpha());
        assertThat(measured(raters(40, 0.85), 7)).isEqualTo(few);
        assertThat(many.high() - many.low()).isLessThan(few.high() - few.low());
    }

    private static double alpha(Scale scale, List<List<Integer>> items) {
        return ((Agreement.Measured) Krippendorff.of(scale, items, 1)).alpha();
    }

    private static Agreement.Measured measured(List<List<Integer>> items, long seed) {
        return (Agreement.Measured) Krippendorff.of(Scale.ORDINAL, items, seed);
    }

    /** Five raters who give the true grade with some probability, and else any. */
    private static List<List<Integer>> raters(int items, double right) {
        var random = new SplittableRandom(42);
        return IntStream.range(0, items)
                .mapToObj(_ -> {
                    var truth = random.nextInt(3);
                    return IntStream.range(0, 5)
                            .mapToObj(_ -> random.nextDouble() < right ? truth : random.nextInt(3))
                            .toList();
                })
                .toList();
    }
}
