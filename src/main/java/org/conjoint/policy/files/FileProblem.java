package org.conjoint.policy.files;

/**
 * Something that keeps a policy from being taken.
 *
 * @param file the file's name inside the policy's folder
 * @param line counted from 1
 * @param what what is wrong
 * @param remedy what to do about it
 */
public record FileProblem(String file, int line, String what, String remedy) {
    public FileProblem {
        file = seen(file);
        what = seen(what);
    }

    /** Names come from disks and archives; none of them may write to a terminal what it likes. */
    private static String seen(String text) {
        return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    @Override
    public String toString() {
        return "%s:%d: %s; %s".formatted(file, line, what, remedy);
    }
}
