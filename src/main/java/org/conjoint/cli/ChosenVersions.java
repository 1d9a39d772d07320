package org.conjoint.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicySummary;
import org.conjoint.policy.files.VersionNumber;
import org.jspecify.annotations.Nullable;

/** Finds the version of a policy that a command is about. */
final class ChosenVersions {
    /** Stands for the highest number that a policy has, whatever its state. */
    static final String LATEST = "latest";

    private static final Comparator<PolicySummary> WIDEST = Comparator.comparing(
                    (PolicySummary version) -> !version.jurisdiction().equals(Policies.GLOBAL))
            .thenComparing(version -> version.jurisdiction().length())
            .thenComparing(PolicySummary::jurisdiction);

    private final Policies policies;
    private final List<PolicySummary> list;

    ChosenVersions(Policies policies) {
        this.policies = policies;
        this.list = policies.list("en");
    }

    /** All slugs in order. */
    TreeSet<String> slugs() {
        return list.stream().map(PolicySummary::slug).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @throws IllegalArgumentException when there is no such policy */
    void require(String slug) {
        if (!slugs().contains(slug)) {
            throw new IllegalArgumentException(
                    "There is no policy “%s”; there are: %s".formatted(slug, String.join(", ", slugs())));
        }
    }

    /**
     * The version of a policy for its widest jurisdiction, whose files those of parts are.
     *
     * @param number a number, {@link #LATEST}, or null for the version in force, else the one that comes next
     */
    Optional<PolicySummary> version(String slug, @Nullable String number) {
        if (number == null) {
            return list.stream().filter(version -> version.slug().equals(slug)).min(WIDEST);
        }
        return policies.versions(slug, "en").stream()
                .filter(version -> number.equals(LATEST) || version.number().equals(number))
                .min(WIDEST.thenComparing(version -> VersionNumber.of(version.number()), Comparator.reverseOrder()));
    }
}
