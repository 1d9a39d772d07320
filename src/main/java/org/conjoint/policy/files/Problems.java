package org.conjoint.policy.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems found so far in one folder; a hostile folder cannot make it grow without end. */
final class Problems {
    private static final int MOST = 200;
    private final List<FileProblem> found = new ArrayList<>();

    void add(String file, int line, String what, String remedy) {
        if (found.size() < MOST) {
            found.add(new FileProblem(file, line, what, remedy));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    boolean in(String file) {
        return found.stream().anyMatch(problem -> problem.file().equals(file));
    }

    List<FileProblem> inOrder() {
        return found.stream()
                .sorted(Comparator.comparing(FileProblem::file).thenComparingInt(FileProblem::line))
                .distinct()
                .toList();
    }
}
