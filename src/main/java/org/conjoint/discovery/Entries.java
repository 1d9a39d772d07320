package org.conjoint.discovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.conjoint.content.Post;
import org.conjoint.content.PostId;
import org.conjoint.content.Posts;
import org.conjoint.meaning.Part;
import org.conjoint.moderation.Verdict;
import org.conjoint.moderation.VerdictArchive;
import org.conjoint.search.Entry;
import org.conjoint.search.Entry.Child;
import org.conjoint.search.Value;
import org.conjoint.search.Value.Keyword;
import org.conjoint.search.Value.Moment;
import org.conjoint.search.Value.Stored;
import org.conjoint.search.Value.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes the index entries of posts from what the database holds now. */
@Component
class Entries {
    private final Posts posts;
    private final VerdictArchive verdicts;
    private final Wordings wordings;
    private final QueueNames queues;

    Entries(Posts posts, VerdictArchive verdicts, Wordings wordings, QueueNames queues) {
        this.posts = posts;
        this.verdicts = verdicts;
        this.wordings = wordings;
        this.queues = queues;
    }

    /** The name of a post's entry. */
    static String id(PostId post) {
        return Long.toString(post.value());
    }

    /** The entries of those posts that exist, with a few statements for all. */
    @Transactional(readOnly = true)
    public List<Entry> of(Collection<PostId> ids) {
        return compose(posts.find(ids).values());
    }

    /** The entries of the posts after one, by rising id. */
    @Transactional(readOnly = true)
    public List<Entry> after(@Nullable PostId post, int limit) {
        return compose(posts.page(post, limit));
    }

    private List<Entry> compose(Collection<Post> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var ids = found.stream().map(Post::id).toList();
        var judged = verdicts.byPosts(ids).stream().collect(Collectors.groupingBy(Verdict::post));
        var queued = queues.holding(ids);
        return found.stream()
                .map(post -> entry(
                        post, judged.getOrDefault(post.id(), List.of()), queued.getOrDefault(post.id(), List.of())))
                .toList();
    }

    private Entry entry(Post post, List<Verdict> judged, List<String> queued) {
        var children = judged.stream().map(this::verdict).toList();
        var names = new LinkedHashSet<>(queued);
        judged.forEach(verdict -> {
            if (verdict.queue() != null) {
                names.add(queues.of(verdict.queue()));
            }
        });
        var values = post(post);
        names.forEach(name -> values.add(new Keyword(Fields.QUEUE, name)));
        values.add(new Keyword(Fields.IS, judged.isEmpty() ? Fields.UNJUDGED : Fields.JUDGED));
        return new Entry(id(post.id()), newest(post, judged), values, children);
    }

    private static Instant newest(Post post, List<Verdict> judged) {
        return judged.stream()
                .map(Verdict::submittedAt)
                .reduce(post.recordedAt(), (one, other) -> one.isAfter(other) ? one : other);
    }

    private static ArrayList<Value> post(Post post) {
        var data = post.data();
        var values = new ArrayList<Value>();
        values.add(new Keyword(Fields.ID, data.externalId()));
        values.add(new Moment(Fields.ADDED, post.recordedAt()));
        if (data.createdAt() != null) {
            values.add(new Moment(Fields.CREATED, data.createdAt()));
        }
        keyword(values, Fields.AUTHOR, data.author());
        keyword(values, Fields.SOURCE, data.source());
        languages(data.language()).forEach(language -> values.add(new Keyword(Fields.LANGUAGE, language)));
        text(values, Fields.CAPTION, data.caption(), data.language(), "caption");
        text(values, Fields.ALT, data.altText(), data.language(), "alt");
        if (data.transcript() != null) {
            var words = data.transcript().words();
            text(values, Fields.TRANSCRIPT, words, data.language(), "transcript");
            values.add(new Stored(Fields.CUES, Cues.of(data.transcript()).write()));
        }
        if (data.image() != null) {
            values.add(new Stored(Fields.IMAGE, data.image().sha256()));
            values.add(new Keyword(Fields.HAS, "image"));
        }
        if (data.video() != null) {
            values.add(new Stored(Fields.VIDEO, data.video().sha256()));
            values.add(new Keyword(Fields.HAS, "video"));
        }
        if (data.audio() != null || data.video() != null) {
            values.add(new Keyword(Fields.HAS, "sound"));
        }
        if (data.audio() != null) {
            values.add(new Stored(Fields.SOUND, data.audio().sha256()));
        }
        return values;
    }

    private Child verdict(Verdict verdict) {
        var form = verdict.form();
        var wording = wordings.of(verdict.policyVersion(), verdict.locale());
        var values = new ArrayList<Value>();
        if (form.joint() != null) {
            values.add(new Keyword(Fields.TOGETHER, form.joint().code()));
        }
        values.add(new Keyword(Fields.COMPOSITION, verdict.composition().code()));
        form.grades().forEach((part, grade) -> values.add(new Keyword(gradeOf(part), grade.code())));
        verdict.carriers().sufficientSets().forEach(set -> values.add(new Keyword(Fields.SUFFICE, joined(set))));
        var cited = new LinkedHashSet<String>();
        verdict.cited().forEach(clause -> cited.add(clause.clauseId()));
        cited.forEach(clause -> values.add(new Keyword(Fields.CLAUSE, clause)));
        keyword(values, Fields.PRINCIPAL, form.principal());
        keyword(values, Fields.POLICY, wording.slug());
        values.add(new Keyword(Fields.UNDER, wording.slug() + "/" + wording.number()));
        if (form.confidence() != null) {
            values.add(new Keyword(Fields.CONFIDENCE, form.confidence().code()));
        }
        if (verdict.queue() != null) {
            values.add(new Keyword(Fields.QUEUE, queues.of(verdict.queue())));
        }
        values.add(new Keyword(Fields.RATER, Long.toString(verdict.rater().value())));
        values.add(new Moment(Fields.RATED, verdict.submittedAt()));
        text(values, Fields.READING, form.reading(), verdict.locale(), null);
        var titles = cited.stream()
                .map(clause -> wording.titles().getOrDefault(clause, ""))
                .filter(title -> !title.isEmpty())
                .collect(Collectors.joining("\n"));
        text(values, Fields.WORDING, titles, verdict.locale(), null);
        return new Child(Long.toString(verdict.id().value()), values);
    }

    private static String gradeOf(Part part) {
        return switch (part) {
            case IMAGE -> Fields.IMAGE_GRADE;
            case CAPTION -> Fields.CAPTION_GRADE;
            case AUDIO -> Fields.SOUND_GRADE;
        };
    }

    private static String joined(Set<Part> parts) {
        return parts.stream()
                .sorted()
                .map(part -> part == Part.AUDIO ? "sound" : part.code())
                .collect(Collectors.joining("+"));
    }

    /** The tag itself and its language alone, so that {@code lang:pt} finds {@code pt-BR}. */
    private static Set<String> languages(@Nullable String tag) {
        if (tag == null || tag.isBlank()) {
            return Set.of("und");
        }
        var language = Locale.forLanguageTag(tag).getLanguage();
        return new LinkedHashSet<>(language.isEmpty() ? List.of(tag) : List.of(language, tag));
    }

    private static void keyword(List<Value> values, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.add(new Keyword(field, value));
        }
    }

    private static void text(
            List<Value> values, String field, @Nullable String text, @Nullable String language, @Nullable String has) {
        if (text != null && !text.isBlank()) {
            values.add(new Text(field, text, language));
            if (has != null) {
                values.add(new Keyword(Fields.HAS, has));
            }
        }
    }
}
