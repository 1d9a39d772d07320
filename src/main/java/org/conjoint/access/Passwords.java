package org.conjoint.access;

import java.util.Locale;
import java.util.Set;

/** What a password must be: long, and not what everyone tries first (NIST SP 800-63B, 5.1.1.2). */
final class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 256;

    private static final Set<String> COMMON = Set.of(
            "123456789012",
            "1234567890123",
            "passwordpassword",
            "password1234",
            "password12345",
            "qwertyuiopas",
            "qwertyuiop123",
            "administrator",
            "administrator1",
            "letmeinletmein",
            "iloveyouiloveyou",
            "changeme1234",
            "conjointconjoint");

    private Passwords() {}

    /** Refuses what is too short, too long, too common or the account's own name. */
    static void require(String password, String accountName) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new WeakPassword(
                    "A password has %d to %d characters; a few words in a row do well".formatted(SHORTEST, LONGEST));
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(lower) || lower.chars().distinct().count() < 5) {
            throw new WeakPassword("This password is among the first that are tried; choose another one");
        }
        if (accountName.length() > 3 && lower.contains(accountName)) {
            throw new WeakPassword("A password does not contain the account's name");
        }
    }
}
