package org.conjoint.access;

import java.util.Map;
import org.conjoint.ui.KeyChoices;
import org.springframework.stereotype.Component;

/** The keys that an account has chosen, kept among its preferences. */
@Component
class AccountKeys implements KeyChoices {

    private static final String TOPIC = "keys";

    private final Preferences preferences;

    AccountKeys(Preferences preferences) {
        this.preferences = preferences;
    }

    @Override
    public Map<String, String> mine() {
        return preferences.mine(TOPIC);
    }

    @Override
    public void choose(Map<String, String> changes) {
        preferences.choose(TOPIC, changes);
    }
}
