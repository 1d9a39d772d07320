package org.conjoint.jobs;

/**
 * What a job does; names the handler that runs it.
 *
 * @param code lower-case words joined by hyphens, as in {@code import} or {@code rebuild-index}
 */
public record JobKind(String code) {
    public JobKind {
        if (!code.matches("[a-z][a-z0-9-]{1,59}")) {
            throw new IllegalArgumentException("“%s” is not the code of a kind of job".formatted(code));
        }
    }
}
