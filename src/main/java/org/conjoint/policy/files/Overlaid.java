package org.conjoint.policy.files;

import java.util.List;
import java.util.Optional;
import org.conjoint.policy.files.PolicyText.Passage;

/** A policy as it reads in a jurisdiction: its own text with the clauses of the overlay in their places. */
final class Overlaid {
    private final PolicyFolder folder;
    private final String jurisdiction;

    Overlaid(PolicyFolder folder, String jurisdiction) {
        this.folder = folder;
        this.jurisdiction = jurisdiction;
    }

    PolicyFolder folder() {
        var texts = folder.texts().stream()
                .flatMap(text ->
                        folder.overlay(jurisdiction, text.locale()).map(overlay -> over(text, overlay)).stream())
                .toList();
        return new PolicyFolder(
                folder.description()
                        .in(jurisdiction, texts.stream().map(PolicyText::locale).toList()),
                texts,
                folder.overlays(),
                folder.examples(),
                folder.versions(),
                folder.documents(),
                folder.contentHash());
    }

    /** The hashes are those of both, so that a translation is up to date exactly when both of its halves are. */
    private static PolicyText over(PolicyText text, PolicyOverlay overlay) {
        Optional<String> source =
                text.sourceHash().flatMap(own -> overlay.sourceHash().map(replaced -> Canonical.both(own, replaced)));
        return new PolicyText(
                text.locale(),
                source,
                text.title(),
                text.headings(),
                text.purpose(),
                text.terms(),
                clauses(text, overlay),
                text.exemptions(),
                text.together(),
                text.examples(),
                text.culture(),
                Canonical.both(text.bodyHash(), overlay.bodyHash()),
                Canonical.both(text.textHash(), overlay.textHash()));
    }

    private static List<Passage> clauses(PolicyText text, PolicyOverlay overlay) {
        return text.clauses().stream()
                .map(clause -> overlay.clause(clause.id()).orElse(clause))
                .toList();
    }
}
