package org.conjoint.ui;

import java.util.Map;

/** The keys that the person at work has chosen instead of those given; a bean keeps them for the account. */
public interface KeyChoices {

    /** Keys by the ids of actions. */
    Map<String, String> mine();

    /** Keeps keys by the ids of actions; an empty one gives back the key that was there at first. */
    void choose(Map<String, String> changes);
}
