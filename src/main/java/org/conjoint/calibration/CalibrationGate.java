package org.conjoint.calibration;

import java.util.ArrayList;
import java.util.List;
import org.conjoint.agreement.Agreement;
import org.conjoint.policy.ChangeKind.Bump;
import org.conjoint.policy.Lifecycle;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.ScheduleGate;
import org.springframework.stereotype.Component;

/**
 * Lets a version be scheduled once a panel agreed on it as far as its policy asks; one that only changes words without
 * changing a meaning passes as it is.
 */
@Component
class CalibrationGate implements ScheduleGate {

    private static final String AGAIN =
            "Say more plainly what was read differently and send that to review, or have another panel try it out.";

    private final Rounds rounds;
    private final Lifecycle lifecycle;
    private final Policies policies;

    CalibrationGate(Rounds rounds, Lifecycle lifecycle, Policies policies) {
        this.rounds = rounds;
        this.lifecycle = lifecycle;
        this.policies = policies;
    }

    @Override
    public Reading read(PolicyVersionId version) {
        var editorial = lifecycle.changes(version).stream()
                .allMatch(change -> change.kind().bump() == Bump.PATCH);
        if (editorial) {
            return new Reading.Open();
        }
        return rounds.lastClosed(version)
                .map(report -> judged(report.figures(), version))
                .orElseGet(
                        () -> new Reading.Shut(
                                "No panel has tried this version out; open one on its calibration page, and close it once it has judged."));
    }

    private Reading judged(RoundFigures figures, PolicyVersionId version) {
        var bar = policies.bar(version);
        var words = new ArrayList<String>(hindrance("the joint grade", figures.joint(), bar.joint()));
        if (figures.severe() instanceof Agreement.Measured severe) {
            words.addAll(hindrance("whether a severe clause is violated", severe, bar.severe()));
        }
        if (words.isEmpty()) {
            return new Reading.Open();
        }
        words.add(AGAIN);
        return new Reading.Shut(String.join(" ", words));
    }

    private static List<String> hindrance(String on, Agreement agreement, double bar) {
        return switch (agreement) {
            case Agreement.Measured measured ->
                measured.alpha() >= bar
                        ? List.of()
                        : List.of("The panel agreed on %s with α = %s (%s) over %d posts; the policy asks for %s."
                                .formatted(
                                        on,
                                        Figures.of(measured.alpha()),
                                        Figures.of(measured.low(), measured.high()),
                                        measured.items(),
                                        Figures.of(bar)));
            case Agreement.AllTheSame same ->
                same.items() >= RoundPlan.LEAST_POSTS
                        ? List.of()
                        : List.of("All answers on %s are the same, on %d posts only; %d are needed."
                                .formatted(on, same.items(), RoundPlan.LEAST_POSTS));
            case Agreement.NoPairs() -> List.of("No post has two answers on %s.".formatted(on));
        };
    }
}
