package org.conjoint.policy;

import java.util.List;
import org.conjoint.policy.files.FileProblem;

/** What became of files that were to be a version. */
public sealed interface Proposal {

    /** They are a version now, in review; what it says is fixed. */
    record Taken(PolicyVersionId id) implements Proposal {}

    /** The files are not right. */
    record Refused(List<FileProblem> problems) implements Proposal {}

    /** There is a version of this number already. */
    record NumberTaken(String number) implements Proposal {}

    /** Ids that begin alike belong to another policy. */
    record PrefixTaken(String prefix, String owner) implements Proposal {}
}
