package org.conjoint.discovery;

import java.util.Arrays;
import java.util.List;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.Confidence;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.PartGrade;
import org.conjoint.search.Field;
import org.conjoint.search.Level;
import org.conjoint.search.Schema;

/** The fields of the index of posts: a post is an entry, its standing verdicts are the children. */
public final class Fields {
    /** The caption, as text. */
    public static final String CAPTION = "caption";
    /** The alt text. */
    public static final String ALT = "alt";
    /** The words of the transcript. */
    public static final String TRANSCRIPT = "transcript";
    /** What a verdict says that the post says. */
    public static final String READING = "reading";
    /** The titles of the clauses that a verdict cites. */
    public static final String WORDING = "wording";

    public static final String ID = "id";
    public static final String LANGUAGE = "lang";
    public static final String AUTHOR = "author";
    public static final String SOURCE = "source";
    /** What the post has: image, caption, sound, video, transcript. */
    public static final String HAS = "has";
    /** Whether the post is judged. */
    public static final String IS = "is";

    public static final String CREATED = "created";
    public static final String ADDED = "added";

    public static final String TOGETHER = "together";
    public static final String COMPOSITION = "composition";
    public static final String IMAGE_GRADE = "imagegrade";
    public static final String CAPTION_GRADE = "captiongrade";
    public static final String SOUND_GRADE = "soundgrade";
    /** The sets of parts that suffice, as {@code image+caption}. */
    public static final String SUFFICE = "suffice";

    public static final String CLAUSE = "clause";
    public static final String PRINCIPAL = "principal";
    public static final String POLICY = "policy";
    /** The policy version of a verdict, as {@code harassment/1.0.0}. */
    public static final String UNDER = "under";

    public static final String QUEUE = "queue";
    public static final String CONFIDENCE = "confidence";
    public static final String RATED = "rated";

    /** The number of the account that gave a verdict. */
    static final String RATER = "rater";

    /** Stored only. */
    static final String IMAGE = "image";

    static final String VIDEO = "video";
    static final String SOUND = "sound";
    /** The places in the words of the transcript where cues begin, with their times. */
    static final String CUES = "cues";

    /** Posts with verdicts, and posts without. */
    public static final String JUDGED = "judged";

    public static final String UNJUDGED = "unjudged";

    private static final List<String> PART_GRADES =
            Arrays.stream(PartGrade.values()).map(PartGrade::code).toList();

    /** All of them. */
    public static final Schema SCHEMA = new Schema(List.of(
            Field.text(CAPTION, Level.ENTRY, 1),
            Field.text(ALT, Level.ENTRY, 0.7f),
            Field.text(TRANSCRIPT, Level.ENTRY, 0.9f),
            Field.text(READING, Level.CHILD, 1),
            Field.text(WORDING, Level.CHILD, 0.3f),
            Field.keyword(ID, Level.ENTRY).foundByWords(),
            Field.keyword(LANGUAGE, Level.ENTRY).alias("language").counted(),
            Field.keyword(AUTHOR, Level.ENTRY).foundByWords(),
            Field.keyword(SOURCE, Level.ENTRY),
            Field.keyword(HAS, Level.ENTRY).oneOf(List.of("image", "caption", "sound", "video", "transcript", "alt")),
            Field.keyword(IS, Level.ENTRY).oneOf(List.of(JUDGED, UNJUDGED)),
            Field.instant(CREATED, Level.ENTRY),
            Field.instant(ADDED, Level.ENTRY),
            Field.keyword(TOGETHER, Level.CHILD)
                    .alias("joint", "grade")
                    .oneOf(Arrays.stream(JointGrade.values())
                            .map(JointGrade::code)
                            .toList())
                    .counted(),
            Field.keyword(COMPOSITION, Level.CHILD)
                    .oneOf(Arrays.stream(Composition.values())
                            .map(Composition::code)
                            .toList())
                    .counted(),
            Field.keyword(IMAGE_GRADE, Level.CHILD).alias("image").oneOf(PART_GRADES),
            Field.keyword(CAPTION_GRADE, Level.CHILD).alias("caption").oneOf(PART_GRADES),
            Field.keyword(SOUND_GRADE, Level.CHILD).alias("sound", "audio").oneOf(PART_GRADES),
            Field.keyword(SUFFICE, Level.CHILD).counted(),
            Field.keyword(CLAUSE, Level.CHILD).foundByWords().counted(),
            Field.keyword(PRINCIPAL, Level.CHILD),
            Field.keyword(POLICY, Level.CHILD),
            Field.keyword(UNDER, Level.CHILD).counted(),
            Field.keyword(CONFIDENCE, Level.CHILD)
                    .oneOf(Arrays.stream(Confidence.values())
                            .map(Confidence::code)
                            .toList()),
            Field.keyword(RATER, Level.CHILD),
            Field.keyword(QUEUE, Level.EITHER).counted(),
            Field.instant(RATED, Level.CHILD).counted()));

    private Fields() {}
}
