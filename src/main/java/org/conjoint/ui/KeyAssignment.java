package org.conjoint.ui;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which key each action of a screen has. A key that was chosen goes before one that was given, and among those chosen
 * the action bound first goes before later ones; so no key ever does two things, whatever was chosen on other screens.
 */
final class KeyAssignment {

    private KeyAssignment() {}

    /**
     * Keys by the ids of actions; an action is missing whose keys are all taken.
     *
     * @param given the keys at first, by action, in the order in which they were bound; each once
     * @param chosen the person's own, also those of actions that are not on this screen
     */
    static Map<String, String> of(Map<String, String> given, Map<String, String> chosen) {
        var taken = new HashSet<String>();
        var own = new HashMap<String, String>();
        given.keySet().forEach(id -> {
            var key = chosen.get(id);
            if (key != null && taken.add(key)) {
                own.put(id, key);
            }
        });
        var keys = new LinkedHashMap<String, String>();
        given.forEach((id, key) -> {
            var chosenKey = own.get(id);
            if (chosenKey != null) {
                keys.put(id, chosenKey);
            } else if (taken.add(key)) {
                keys.put(id, key);
            }
        });
        return keys;
    }
}
