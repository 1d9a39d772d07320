package org.conjoint.cli;

/** What the exit codes of every command mean; the launcher adds 3, something is missing on this machine. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int HELD = 4;
    static final int ROWS_REFUSED = 5;
    static final int DAMAGED = 6;

    private ExitCode() {}
}
