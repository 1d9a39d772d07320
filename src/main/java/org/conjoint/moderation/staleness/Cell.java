package org.conjoint.moderation.staleness;

/** Verdicts that are alike in all that is asked, and how many they are. */
record Cell(Facts facts, long verdicts) {}
