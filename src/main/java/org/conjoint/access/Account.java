package org.conjoint.access;

import org.conjoint.shared.UserId;

/**
 * An account as it stands.
 *
 * @param version counts changes; a change names the version it was made on
 * @param enabled whether it may be used at all
 * @param demo whether it came with the demo data
 */
public record Account(UserId id, int version, boolean enabled, boolean demo, AccountData data) {}
