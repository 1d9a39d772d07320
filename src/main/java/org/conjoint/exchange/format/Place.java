package org.conjoint.exchange.format;

/**
 * Where something was read.
 *
 * @param file relative to the folder of the import
 * @param line from 1; of the beginning of the row
 */
public record Place(String file, long line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
