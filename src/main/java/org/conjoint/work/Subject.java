package org.conjoint.work;

/**
 * What is judged, as it stood at a revision.
 *
 * @param id the number of a post, for {@link SubjectKind#POST}
 */
public record Subject(SubjectKind kind, long id, int revision) {}
