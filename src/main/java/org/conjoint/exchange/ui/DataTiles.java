package org.conjoint.exchange.ui;

import java.util.List;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Role;
import org.conjoint.ui.HomeTile;
import org.conjoint.ui.HomeTiles;
import org.springframework.stereotype.Component;

/** The way to imports and exports, for those who move data. */
@Component
class DataTiles implements HomeTiles {

    private final CurrentUser currentUser;

    DataTiles(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @Override
    public List<HomeTile> now() {
        return currentUser.has(Role.DATA_ENGINEER) || currentUser.has(Role.ADMIN)
                ? List.of(new HomeTile(
                        40,
                        "export",
                        "Import and export",
                        "Bring posts in, hand verdicts out, follow the jobs.",
                        "data",
                        null,
                        ""))
                : List.of();
    }
}
