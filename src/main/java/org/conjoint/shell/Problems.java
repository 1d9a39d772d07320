package org.conjoint.shell;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Problems in the log, each under a reference that a person can read out. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Problems() {}

    /** Writes a problem to the log and returns its reference, eight characters. */
    static String log(String where, Throwable problem) {
        var bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        var reference = HexFormat.of().formatHex(bytes);
        LOG.error("Problem {} {}", reference, where, problem);
        return reference;
    }
}
