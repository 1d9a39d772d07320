package org.conjoint.ui;

import org.jspecify.annotations.Nullable;

/**
 * Something that one can do now, on the start page.
 *
 * @param order where it stands; small numbers first
 * @param icon a name in the theme's {@code icons.css}
 * @param title what to do, in a few words
 * @param detail one sentence more
 * @param path where it leads, without a leading slash
 * @param count how much waits; {@code null} when nothing is counted
 * @param unit what is counted, as “posts waiting”
 */
public record HomeTile(
        int order,
        String icon,
        String title,
        String detail,
        String path,
        @Nullable Long count,
        String unit) {}
