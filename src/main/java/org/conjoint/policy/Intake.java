package org.conjoint.policy;

import java.util.List;
import org.conjoint.policy.files.FileProblem;

/** What became of a policy's folder. */
sealed interface Intake {

    /** A new version; in force when it is the policy's first, else a draft. */
    record Taken(PolicyVersionId id, PolicyState stage) implements Intake {}

    /** The same content was taken before. */
    record Unchanged(PolicyVersionId id) implements Intake {}

    /** The files differ from the version that has their number, which stays as it is. */
    record Altered(String slug, String number, String kept, String found) implements Intake {
        @Override
        public String toString() {
            return ("the files of %s differ from version %s as it was taken (%s, now %s); the version stays as it is: "
                            + "undo the change, or give it a new version number and an entry in changes.yaml")
                    .formatted(slug, number, kept, found);
        }
    }

    /** Ids that begin alike belong to another policy. */
    record PrefixTaken(String slug, String prefix, String owner) implements Intake {
        @Override
        public String toString() {
            return "%s uses the prefix %s, which belongs to %s; choose another prefix".formatted(slug, prefix, owner);
        }
    }

    /** The files are not right. */
    record Refused(List<FileProblem> problems) implements Intake {}
}
