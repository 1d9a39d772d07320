package org.conjoint.content;

/**
 * Something in a transcript that could not be read.
 *
 * @param line from 1
 */
public record TranscriptProblem(int line, String message) {}
