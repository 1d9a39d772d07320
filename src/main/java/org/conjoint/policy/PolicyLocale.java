package org.conjoint.policy;

/**
 * A language in which a version can be read.
 *
 * @param tag the BCP 47 tag, such as en or de
 * @param canonical whether this is the text that the translations follow
 * @param outOfDate whether the translation was made from another canonical text than the version's
 * @param textHash SHA-256, in hex, of the whole canonical text in this locale
 */
public record PolicyLocale(String tag, boolean canonical, boolean outOfDate, String textHash) {}
