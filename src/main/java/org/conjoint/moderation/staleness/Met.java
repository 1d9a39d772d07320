package org.conjoint.moderation.staleness;

import org.conjoint.content.PostId;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.moderation.VerdictId;

/** A verdict that is met on the way through what is to be read again. */
record Met(VerdictId verdict, PostId post, JointGrade grade, Composition composition) {}
