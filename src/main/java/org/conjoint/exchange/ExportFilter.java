package org.conjoint.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Which verdicts to hand out.
 *
 * @param queue the name of a queue; all verdicts when null
 */
public record ExportFilter(@Nullable String queue) {}
