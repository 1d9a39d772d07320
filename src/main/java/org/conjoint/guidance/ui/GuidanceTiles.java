package org.conjoint.guidance.ui;

import java.util.ArrayList;
import java.util.List;
import org.conjoint.access.CurrentUser;
import org.conjoint.guidance.Interpretations;
import org.conjoint.guidance.RaterNotes;
import org.conjoint.ui.HomeTile;
import org.conjoint.ui.HomeTiles;
import org.springframework.stereotype.Component;

/** Answers that a rater has not read; notes and interpretations that wait for an author. */
@Component
class GuidanceTiles implements HomeTiles {

    private final CurrentUser user;
    private final RaterNotes notes;
    private final Interpretations interpretations;

    GuidanceTiles(CurrentUser user, RaterNotes notes, Interpretations interpretations) {
        this.user = user;
        this.notes = notes;
        this.interpretations = interpretations;
    }

    @Override
    public List<HomeTile> now() {
        var tiles = new ArrayList<HomeTile>();
        if (GuidanceNavigation.sends(user)) {
            add(
                    tiles,
                    notes.unread(),
                    new HomeTile(
                            5,
                            "note",
                            "Answers to your notes",
                            "The authors of the policy wrote back.",
                            GuidanceNavigation.MINE,
                            null,
                            "unread"));
        }
        if (GuidanceNavigation.mayAnswer(user)) {
            add(
                    tiles,
                    notes.open(),
                    new HomeTile(
                            40,
                            "note",
                            "Notes from raters",
                            "Questions about clauses that nobody has answered.",
                            GuidanceNavigation.NOTES,
                            null,
                            "open"));
            add(
                    tiles,
                    interpretations.open(),
                    new HomeTile(
                            41,
                            "note",
                            "Interpretations",
                            "To be folded into a version, or rejected.",
                            GuidanceNavigation.INTERPRETATIONS,
                            null,
                            "open"));
        }
        return tiles;
    }

    private static void add(List<HomeTile> tiles, long count, HomeTile tile) {
        if (count > 0) {
            tiles.add(new HomeTile(
                    tile.order(), tile.icon(), tile.title(), tile.detail(), tile.path(), count, tile.unit()));
        }
    }
}
