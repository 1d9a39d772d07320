package org.conjoint.moderation;

import java.util.Set;
import org.conjoint.evidence.Sources;
import org.conjoint.meaning.Part;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.work.Protocol;

/**
 * What a form is judged against.
 *
 * @param present the parts that the post has
 * @param policyVersion the version bound to the lease
 * @param sources what evidence can point at
 */
public record VerdictContext(Set<Part> present, PolicyVersion policyVersion, Protocol protocol, Sources sources) {}
