package org.conjoint.appeals.ui;

import java.util.List;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Role;
import org.conjoint.appeals.AppealCounts;
import org.conjoint.ui.HomeTile;
import org.conjoint.ui.HomeTiles;
import org.springframework.stereotype.Component;

/** The appeals that wait for a decision. */
@Component
class AppealTiles implements HomeTiles {

    private final CurrentUser user;
    private final AppealCounts counts;

    AppealTiles(CurrentUser user, AppealCounts counts) {
        this.user = user;
        this.counts = counts;
    }

    @Override
    public List<HomeTile> now() {
        if (!user.has(Role.REVIEWER) && !user.has(Role.QUALITY_LEAD)) {
            return List.of();
        }
        var open = counts.open();
        return open == 0
                ? List.of()
                : List.of(new HomeTile(
                        30,
                        "appeal",
                        "Appeals",
                        "Right under the text then, and still standing now?",
                        AppealsView.PATH,
                        open,
                        "open"));
    }
}
