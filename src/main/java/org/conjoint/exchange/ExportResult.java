package org.conjoint.exchange;

/**
 * What an export wrote.
 *
 * @param folder where it stands
 * @param verdicts how many rows
 * @param manifest what {@code manifest.json} in the folder says
 */
public record ExportResult(String folder, long verdicts, ExportManifest manifest) {}
