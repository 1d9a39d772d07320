package org.conjoint.media;

/**
 * One line of text in a picture, in a box whose numbers are parts of the upright picture's width and height.
 *
 * @param x left edge, 0 to 1
 * @param y upper edge, 0 to 1
 * @param width 0 to 1
 * @param height 0 to 1
 * @param confidence of the engine in its reading, 0 to 1
 */
public record TextLine(String text, double x, double y, double width, double height, double confidence) {}
