package org.conjoint.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.IDistanceFunction;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;

/**
 * Krippendorff's α with a 95 % interval from a bootstrap over items: as many items are drawn with replacement as there
 * are, a thousand times, and the interval holds the middle 95 % of what they give.
 *
 * @see <a href="https://repository.upenn.edu/asc_papers/43/">Krippendorff, Computing Krippendorff's alpha-reliability,
 *     2011</a>
 * @see <a href="https://doi.org/10.1201/9780429246593">Efron and Tibshirani, An introduction to the bootstrap, 1993,
 *     chapter 13: percentile intervals</a>
 */
public final class Krippendorff {

    /** How often items are drawn for an interval. */
    public static final int RESAMPLES = 1_000;

    private static final double OUTSIDE = 0.025;

    /** How far two answers are apart. */
    public enum Scale {
        /** Either the same or not. */
        NOMINAL,
        /** In an order, from the smallest number up; the distance depends on how many answers lie between. */
        ORDINAL;

        private IDistanceFunction distance() {
            return switch (this) {
                case NOMINAL -> new NominalDistanceFunction();
                case ORDINAL -> new OrdinalDistanceFunction();
            };
        }
    }

    private Krippendorff() {}

    /**
     * Measures how far answers agree.
     *
     * @param items the answers to each item, whoever gave them; those that are missing are left out
     * @param seed the same seed gives the same interval
     */
    public static Agreement of(Scale scale, List<List<Integer>> items, long seed) {
        var paired = items.stream().filter(answers -> answers.size() > 1).toList();
        if (paired.isEmpty()) {
            return new Agreement.NoPairs();
        }
        var alpha = alpha(scale, paired);
        if (alpha.isEmpty()) {
            return new Agreement.AllTheSame(paired.size());
        }
        var resampled = resampled(scale, paired, seed);
        return new Agreement.Measured(
                paired.size(), alpha.getAsDouble(), quantile(resampled, OUTSIDE), quantile(resampled, 1 - OUTSIDE));
    }

    /** Empty when all answers are the same. */
    private static OptionalDouble alpha(Scale scale, List<List<Integer>> items) {
        if (items.stream().flatMap(List::stream).distinct().limit(2).count() < 2) {
            return OptionalDouble.empty();
        }
        var most = items.stream().mapToInt(List::size).max().orElseThrow();
        var study = new CodingAnnotationStudy(most);
        items.forEach(answers -> study.addItemAsArray(padded(answers, most)));
        return OptionalDouble.of(new KrippendorffAlphaAgreement(study, scale.distance()).calculateAgreement());
    }

    /** The answers in as many columns as the item with most of them has; who gave which does not matter to α. */
    private static Object[] padded(List<Integer> answers, int columns) {
        var row = new Object[columns];
        for (var i = 0; i < answers.size(); i++) {
            row[i] = answers.get(i);
        }
        return row;
    }

    /** What draws give, the smallest first; draws in which all answers are the same give nothing. */
    private static double[] resampled(Scale scale, List<List<Integer>> items, long seed) {
        var random = new SplittableRandom(seed);
        var alphas = new ArrayList<Double>(RESAMPLES);
        for (var draw = 0; draw < RESAMPLES; draw++) {
            var drawn = new ArrayList<List<Integer>>(items.size());
            for (var i = 0; i < items.size(); i++) {
                drawn.add(items.get(random.nextInt(items.size())));
            }
            alpha(scale, drawn).ifPresent(alphas::add);
        }
        return alphas.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double quantile(double[] sorted, double share) {
        var at = share * (sorted.length - 1);
        var below = (int) Math.floor(at);
        var above = (int) Math.ceil(at);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
