package org.conjoint.content;

/** Posts that go back to one; named by it. */
public record Family(PostId first, String externalId) {}
