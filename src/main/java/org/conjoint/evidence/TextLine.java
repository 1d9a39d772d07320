package org.conjoint.evidence;

/** A line of text inside the picture, and where it stands. */
public record TextLine(String text, Shape.Rectangle box) {}
