package org.conjoint.policy;

import java.util.List;
import java.util.Map;
import org.conjoint.policy.files.FileProblem;

/** Takes folders of policies that somebody hands over; nothing in force changes by it, except that a new policy begins. */
public interface PolicyImport {

    /** What became of a folder. */
    sealed interface Outcome {

        /** The console has this version with this content already. */
        record Unchanged(String number) implements Outcome {}

        /** A policy that was not known; its version judges from the instant that it names. */
        record NewPolicy(String number) implements Outcome {}

        /**
         * A draft, about which people decide.
         *
         * @param number the version that it is to become
         * @param basedOn the version that it is compared with
         * @param changed the clauses that differ from it
         */
        record Draft(long id, String number, String basedOn, List<String> changed) implements Outcome {
            public Draft {
                changed = List.copyOf(changed);
            }
        }

        /** The files are not right; nothing is taken. */
        record Refused(List<FileProblem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /** Ids that begin alike belong to another policy. */
        record PrefixTaken(String prefix, String owner) implements Outcome {}
    }

    /**
     * Takes a folder, or says why not.
     *
     * @param folder its name, which has to be the slug of the policy
     * @param files the bytes of its files by name
     */
    Outcome take(String folder, Map<String, byte[]> files);
}
