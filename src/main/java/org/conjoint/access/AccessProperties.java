package org.conjoint.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of accounts and sign-in, below {@code conjoint}.
 *
 * @param console whether this process serves screens; not so for a command
 * @param demo whether demo accounts are made and may sign in
 * @param signIn settings of the sign-in
 */
@ConfigurationProperties("conjoint")
record AccessProperties(
        @DefaultValue("true") boolean console,
        @DefaultValue("true") boolean demo,
        @DefaultValue SignIn signIn) {

    /**
     * Settings of the sign-in, below {@code conjoint.sign-in}.
     *
     * @param accountFailures failures of one account before its door shuts
     * @param addressFailures failures from one address before its door shuts
     * @param firstLock how long the door shuts at first; each further failure doubles it
     * @param longestLock how long it shuts at most
     * @param forgetAfter quiet time after which failures are forgotten
     * @param firstLink how long the first-administrator link may be used
     */
    record SignIn(
            @DefaultValue("5") int accountFailures,
            @DefaultValue("50") int addressFailures,
            @DefaultValue("30s") Duration firstLock,
            @DefaultValue("1h") Duration longestLock,
            @DefaultValue("24h") Duration forgetAfter,
            @DefaultValue("24h") Duration firstLink) {}
}
