package org.conjoint.access.ui;

import java.util.List;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Role;
import org.conjoint.ui.HomeTile;
import org.conjoint.ui.HomeTiles;
import org.springframework.stereotype.Component;

/** The way to the accounts, for those who look after them. */
@Component
class AccountTiles implements HomeTiles {

    private final CurrentUser currentUser;

    AccountTiles(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @Override
    public List<HomeTile> now() {
        return currentUser.has(Role.ADMIN)
                ? List.of(new HomeTile(
                        80,
                        "people",
                        "Accounts",
                        "Add people, give roles, close accounts.",
                        "settings/accounts",
                        null,
                        ""))
                : List.of();
    }
}
