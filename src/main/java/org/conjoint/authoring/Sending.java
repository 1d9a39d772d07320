package org.conjoint.authoring;

import java.util.List;
import org.conjoint.policy.Proposal;

/** What became of sending a draft to review. */
public sealed interface Sending {

    /** What the files were found to be. */
    record Answered(Proposal proposal) implements Sending {}

    /** Two people wrote the same passages and nothing was chosen yet. */
    record Unsettled(int passages) implements Sending {}

    /** The words of these clauses changed, and nobody said what kind of change it is. */
    record Unsaid(List<String> clauses) implements Sending {}
}
