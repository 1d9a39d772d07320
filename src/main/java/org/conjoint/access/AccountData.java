package org.conjoint.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an administrator says about an account.
 *
 * @param name the name to sign in with: 2 to 120 characters, lower case
 * @param displayName the name that people read
 * @param locale the language tag of the interface, as {@code en}
 */
public record AccountData(String name, String displayName, Set<Role> roles, AccountKind kind, String locale) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,119}");

    public AccountData {
        displayName = displayName.strip();
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
        if (kind == AccountKind.IMPORTED) {
            if (name.isBlank() || name.length() > 120) {
                throw new IllegalArgumentException("The name of an imported rater has 1 to 120 characters");
            }
        } else {
            name = name.strip().toLowerCase(Locale.ROOT);
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "A sign-in name has 2 to 120 characters: letters a–z, digits and . _ @ + -, not “%s”"
                                .formatted(name));
            }
        }
        if (displayName.isEmpty() || displayName.length() > 120) {
            throw new IllegalArgumentException("A display name has 1 to 120 characters");
        }
    }
}
