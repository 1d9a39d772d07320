package org.conjoint.media.worker;

/**
 * A picture whose text is to be read.
 *
 * @param original path of an upright preview
 * @param folder path of an empty folder
 * @param data path of the folder with Tesseract's language data
 * @param languages as Tesseract names them, joined by {@code +}
 */
public record TextJob(String original, String folder, Limits limits, String data, String languages)
        implements WorkerJob {}
