package org.conjoint.media.worker;

import org.conjoint.media.SpectrogramScale;

/**
 * A canonical sound to draw.
 *
 * @param original path of the FLAC in MP4
 * @param folder path of an empty folder for the picture
 */
public record SpectrogramJob(String original, String folder, Limits limits, SpectrogramScale scale)
        implements WorkerJob {}
