package org.conjoint.audit;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One thing that was done.
 *
 * @param actor who did it, as {@code user:17} or {@code system}; names the chain (at most 80 characters)
 * @param action what was done, as {@code verdict.submitted} (at most 80 characters)
 * @param subject what it was done to, as {@code verdict:981} (at most 200 characters)
 * @param details further facts by name; never content, passwords or other secrets
 */
public record AuditEvent(String actor, String action, String subject, SortedMap<String, String> details) {

    private static final Pattern WORD = Pattern.compile("[\\p{Graph}&&\\p{ASCII}]{1,80}");

    public AuditEvent {
        requireWord("actor", actor);
        requireWord("action", action);
        if (subject.isEmpty() || subject.length() > 200 || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The subject of an audit event has 1 to 200 characters and no control characters: “%s”"
                            .formatted(subject));
        }
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** An event without further details. */
    public AuditEvent(String actor, String action, String subject) {
        this(actor, action, subject, Collections.emptySortedMap());
    }

    private static void requireWord(String what, String value) {
        if (!WORD.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "The %s of an audit event has 1 to 80 visible ASCII characters: “%s”".formatted(what, value));
        }
    }
}
