package org.conjoint.access;

import org.jspecify.annotations.Nullable;

/** Which accounts to list; {@code null} means any. Text is looked for in the name and the display name. */
public record AccountFilter(
        @Nullable String text,
        @Nullable Role role,
        @Nullable AccountKind kind) {
    public static final AccountFilter ALL = new AccountFilter(null, null, null);
}
