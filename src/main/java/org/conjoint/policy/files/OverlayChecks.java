package org.conjoint.policy.files;

import java.util.List;

/** What has to agree between an overlay, its translations and the policy. */
final class OverlayChecks {
    private OverlayChecks() {}

    static void run(PolicyDescription description, List<PolicyOverlay> overlays, Problems problems) {
        for (var overlay : overlays) {
            if (OverlayName.of(overlay.file()).flatMap(OverlayName::locale).isEmpty()) {
                continue;
            }
            var original = overlays.stream()
                    .filter(other -> other.jurisdiction().equals(overlay.jurisdiction())
                            && other.locale().equals(description.canonicalLocale()))
                    .findFirst();
            var name = OverlayName.canonical(overlay.jurisdiction());
            if (original.isEmpty() && !problems.in(name)) {
                problems.add(overlay.file(), 1, "there is no %s that it translates".formatted(name), "add it");
            }
            original.filter(found -> !found.clauseIds().equals(overlay.clauseIds()))
                    .ifPresent(found -> problems.add(
                            overlay.file(),
                            overlay.clauses().isEmpty()
                                    ? 1
                                    : overlay.clauses().getFirst().line(),
                            "the ids here are %s, and in %s %s".formatted(overlay.clauseIds(), name, found.clauseIds()),
                            "replace the same clauses, in the same order"));
        }
    }
}
