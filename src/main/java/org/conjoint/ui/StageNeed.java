package org.conjoint.ui;

/**
 * Something that a post needs on the stage.
 *
 * @param src its address
 * @param srcset the candidates of a picture, of which the page takes the one that the stage will; empty otherwise
 * @param width of the picture in pixels; 0 where it is none
 * @param height of the picture in pixels; 0 where it is none
 * @param sound whether it is a sound that is played by itself
 * @param bytes only so many from its start; 0 for all of it
 */
public record StageNeed(String src, String srcset, int width, int height, boolean sound, long bytes) {}
