package org.conjoint.access;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person has chosen for their own work: small texts by topic and name. Nobody reads or changes another's. */
@Service
public class Preferences {

    /** The longest text that is kept, in UTF-16 units. */
    public static final int LONGEST = 200;

    /** The most that an account keeps under one topic. */
    public static final int MOST = 400;

    private static final Pattern TOPIC = Pattern.compile("[a-z-]{1,20}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]{1,80}");

    private final PreferenceRows rows;
    private final CurrentUser currentUser;

    Preferences(PreferenceRows rows, CurrentUser currentUser) {
        this.rows = rows;
        this.currentUser = currentUser;
    }

    /** The own choices under a topic, by name. */
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.SIGNED_IN)
    public Map<String, String> mine(String topic) {
        return rows.find(currentUser.id(), topic);
    }

    /**
     * Keeps choices; an empty text takes one back. Choices that are not named stay.
     *
     * @param topic of 1 to 20 lower-case letters and hyphens
     * @param changes texts of at most {@link #LONGEST} by names of at most 80 characters
     * @throws IllegalArgumentException when a topic, name or text has another form, or there would be more than
     *     {@link #MOST}
     */
    @Transactional
    @PreAuthorize(Roles.SIGNED_IN)
    public void choose(String topic, Map<String, String> changes) {
        require("topic", TOPIC, topic);
        changes.forEach((name, text) -> {
            require("name", NAME, name);
            if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "A preference has at most %d characters and no control characters".formatted(LONGEST));
            }
        });
        var account = currentUser.id();
        rows.lock(account);
        changes.forEach((name, text) -> {
            if (text.isEmpty()) {
                rows.delete(account, topic, name);
            } else {
                rows.put(account, topic, name, text);
            }
        });
        if (rows.find(account, topic).size() > MOST) {
            throw new IllegalArgumentException("An account keeps at most %d preferences of a kind".formatted(MOST));
        }
    }

    private static void require(String what, Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("“%s” is not the %s of a preference".formatted(text, what));
        }
    }
}
