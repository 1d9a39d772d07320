package org.conjoint.moderation.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.conjoint.evidence.Alignment;
import org.conjoint.meaning.AudioChannel;
import org.conjoint.meaning.BenignReason;
import org.conjoint.meaning.Confidence;
import org.conjoint.meaning.Contradiction;
import org.conjoint.meaning.Knowledge;
import org.conjoint.meaning.KnowledgeHad;
import org.conjoint.meaning.Relation;
import org.conjoint.meaning.Stance;
import org.conjoint.meaning.StatedRelation;
import org.conjoint.meaning.TargetKind;
import org.conjoint.work.DeclineReason;
import org.conjoint.work.LossCause;
import org.conjoint.work.Protocol;
import org.conjoint.work.TakeRefusal;

/** The words of the rating screen for what only it asks. */
final class Labels {

    private Labels() {}

    static String of(Confidence confidence) {
        return switch (confidence) {
            case SURE -> "Sure";
            case FAIRLY -> "Fairly";
            case GUESS -> "A guess";
        };
    }

    /** All that can be stated, in the order in which it is tried. */
    static List<StatedRelation> relations() {
        var all = new ArrayList<StatedRelation>();
        for (var relation : Relation.values()) {
            if (relation == Relation.CONTRADICTS) {
                for (var kind : Contradiction.values()) {
                    all.add(new StatedRelation(relation, kind));
                }
            } else {
                all.add(new StatedRelation(relation, null));
            }
        }
        return List.copyOf(all);
    }

    static String of(StatedRelation stated) {
        return stated.contradiction() == null
                ? of(stated.relation())
                : "%s · %s"
                        .formatted(
                                of(stated.relation()),
                                of(stated.contradiction()).toLowerCase(Locale.ROOT));
    }

    /** The test of a relation, with what its kind means. */
    static String test(StatedRelation stated) {
        if (stated.contradiction() == null) {
            return test(stated.relation());
        }
        return switch (stated.contradiction()) {
            case IRONY -> "The one cannot be meant as it stands beside the other.";
            case AFFECT -> "Their feeling is opposite: a cheerful song over suffering.";
            case FACT -> "If the one is true the other is not.";
            case IDENTITY -> "They name different people or things as the same.";
        };
    }

    static String of(Relation relation) {
        return switch (relation) {
            case CONTRADICTS -> "Contradicts";
            case TARGETS -> "Targets";
            case COMMENTS_ON -> "Comments on";
            case EXTENDS -> "Extends";
            case RESTATES -> "Restates";
            case UNRELATED -> "Unrelated";
        };
    }

    /** The test of a relation; the first that is true is taken. */
    static String test(Relation relation) {
        return switch (relation) {
            case CONTRADICTS -> "If one is taken at face value the other cannot be, or their feeling is opposite.";
            case TARGETS -> "One fixes who or what the other is about.";
            case COMMENTS_ON -> "One judges or reacts to the other.";
            case EXTENDS -> "One adds facts, time, cause or a next step.";
            case RESTATES -> "One repeats the other.";
            case UNRELATED -> "Swap it for any other and lose nothing.";
        };
    }

    static String of(Contradiction contradiction) {
        return switch (contradiction) {
            case IRONY -> "Irony";
            case AFFECT -> "Feeling";
            case FACT -> "Fact";
            case IDENTITY -> "Identity";
        };
    }

    /** How the sound goes with the rest in time. */
    static String of(Alignment alignment) {
        return switch (alignment) {
            case THROUGHOUT -> "throughout";
            case AT_MOMENT -> "at this moment";
            case SEQUENCE -> "one after the other";
            case INDEPENDENT -> "at any time";
        };
    }

    static String of(TargetKind kind) {
        return switch (kind) {
            case PRIVATE_PERSON -> "A private person";
            case PUBLIC_FIGURE -> "A public figure";
            case PROTECTED_GROUP -> "A protected group";
            case OTHER_GROUP -> "Another group";
            case ORGANISATION -> "An organisation";
            case ONESELF -> "The author";
            case NOBODY -> "Nobody";
        };
    }

    static String of(Knowledge knowledge) {
        return switch (knowledge) {
            case LANGUAGE -> "Language";
            case CULTURE -> "Culture";
            case EVENT -> "Event";
            case PERSON -> "Person";
            case PLACE -> "Place";
            case MEME -> "Meme";
            case CODE -> "Coded words";
        };
    }

    static String of(KnowledgeHad had) {
        return switch (had) {
            case YES -> "Yes";
            case PARTLY -> "In part";
            case NO -> "No";
        };
    }

    static String of(Stance stance) {
        return switch (stance) {
            case ENDORSES -> "Endorses";
            case CONDEMNS -> "Condemns";
            case REPORTS -> "Reports";
            case MOCKS_TARGET -> "Mocks the target";
            case MOCKS_HOLDER -> "Mocks who thinks so";
            case INSTRUCTS -> "Instructs";
            case UNCLEAR -> "Unclear";
        };
    }

    static String of(BenignReason reason) {
        return switch (reason) {
            case COUNTER_SPEECH -> "Counter-speech";
            case NEWS -> "News";
            case EDUCATION -> "Education";
            case ART_FICTION -> "Art or fiction";
            case RECLAIMED -> "Reclaimed";
            case MEDICAL -> "Medical";
            case SELF_EXPRESSION -> "Self-expression";
            case OTHER -> "Other";
        };
    }

    static String of(AudioChannel channel) {
        return switch (channel) {
            case WORDS -> "Words";
            case VOICE -> "Voice";
            case MUSIC -> "Music";
            case SOUND -> "Noise";
        };
    }

    static String of(DeclineReason reason) {
        return switch (reason) {
            case BROKEN_MEDIA -> "A part cannot be seen or heard";
            case OUT_OF_SYNC -> "Sound and picture are out of step";
            case WRONG_LANGUAGE -> "I do not read its language";
            case NOT_MINE -> "Not for me to judge";
            case DISTRESSING -> "I would rather not see it";
            case OTHER -> "Something else";
        };
    }

    static String of(Protocol protocol) {
        return switch (protocol) {
            case STAGED -> "staged";
            case WHOLE_ONLY -> "whole only";
        };
    }

    /** Why a post cannot be judged again, as a sentence. */
    static String of(TakeRefusal why) {
        return switch (why) {
            case NO_ITEM -> "This post is no longer in a queue.";
            case OTHER_ROLE -> "Its queue is for another role now.";
            case RESERVED -> "Its queue is kept for somebody else.";
            case OTHER_TEXT -> "You judge this post under the other text; somebody else judges it under this one.";
            case ANSWERED -> "You have answered this post since; correct that answer under My judgements.";
            case PASSED_ON -> "You have passed this post on, and it went to others.";
            case NO_POLICY -> "No version of its policy is in force now.";
            case TWIN -> "You had a twin of this post lately. It can be yours some hours after that.";
            case NONE_OPEN -> "This post has all the answers it needs, or they are being given.";
        };
    }

    /** What happened to a lease, as a sentence. */
    static String of(LossCause cause) {
        return switch (cause) {
            case EXPIRED ->
                "The lease ran out, or you passed the post on in another window; it went back to the queue.";
            case TAKEN -> "The lease ran out before you submitted, and someone else has the post now.";
            case ANSWERED -> "You have answered this post already, perhaps in another window.";
            case UNKNOWN -> "This post is not in your hand.";
        };
    }
}
