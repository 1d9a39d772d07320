package org.conjoint.authoring;

import java.time.Instant;
import org.conjoint.shared.UserId;

/** What somebody wrote in a passage that another had changed meanwhile; kept until one of the two is chosen. */
public record Side(long id, Passage passage, Wording mine, UserId writtenBy, Instant writtenAt) {}
