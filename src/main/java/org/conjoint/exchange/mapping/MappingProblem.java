package org.conjoint.exchange.mapping;

/** A mapping file that cannot be used; the message begins with its name and line. */
public final class MappingProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    MappingProblem(String file, int line, String message) {
        super("%s:%d: %s".formatted(file, line, message));
    }
}
