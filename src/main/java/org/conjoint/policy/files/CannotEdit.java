package org.conjoint.policy.files;

/** A file is written so that the place to change in it cannot be told; it has to be put right in its source first. */
public final class CannotEdit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FileProblem problem;

    CannotEdit(FileProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    CannotEdit(String file, int line, String what, String remedy) {
        this(new FileProblem(file, line, what, remedy));
    }

    /** Where it is, what is wrong there and what to do. */
    public FileProblem problem() {
        return problem;
    }
}
