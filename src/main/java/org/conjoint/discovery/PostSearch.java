package org.conjoint.discovery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.conjoint.access.CurrentUser;
import org.conjoint.access.Role;
import org.conjoint.access.Roles;
import org.conjoint.content.PostId;
import org.conjoint.discovery.FoundPost.FoundVerdict;
import org.conjoint.discovery.FoundPost.Heard;
import org.conjoint.meaning.Composition;
import org.conjoint.meaning.JointGrade;
import org.conjoint.media.MediaId;
import org.conjoint.search.Hit;
import org.conjoint.search.Hit.ChildHit;
import org.conjoint.search.Passage;
import org.conjoint.search.Passage.Mark;
import org.conjoint.search.QueryText;
import org.conjoint.search.SearchIndex;
import org.conjoint.search.SearchOutcome;
import org.conjoint.search.SearchRequest;
import org.conjoint.search.SearchRequest.Order;
import org.conjoint.search.SearchRequest.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Finds posts. Those who only judge find what they have judged themselves, with their own verdicts, so that nobody's
 * verdict is seen before one's own is given.
 */
@Service
public class PostSearch {

    private static final Set<Role> SEE_ALL =
            Set.of(Role.REVIEWER, Role.POLICY_AUTHOR, Role.QUALITY_LEAD, Role.DATA_ENGINEER, Role.ADMIN);

    private final SearchIndex index;
    private final CurrentUser user;

    PostSearch(SearchIndex index, CurrentUser user) {
        this.index = index;
        this.user = user;
    }

    /** Whether the current user finds all posts with all verdicts. */
    @PreAuthorize(Roles.SIGNED_IN)
    public boolean seesAll() {
        return user.roles().stream().anyMatch(SEE_ALL::contains);
    }

    /** The first page for a query; posts with some of its words when none has all. */
    @PreAuthorize(Roles.SIGNED_IN)
    public FoundPosts find(String query, Order order, int limit) {
        var all = search(query, Words.ALL, order, limit, null);
        if (all instanceof FoundPosts.Page page && page.total() == 0) {
            var some = search(query, Words.ANY, order, limit, null);
            if (some instanceof FoundPosts.Page found && found.total() > 0) {
                return found;
            }
        }
        return all;
    }

    /** The page that follows one. */
    @PreAuthorize(Roles.SIGNED_IN)
    public FoundPosts after(String query, Order order, int limit, FoundPosts.Page page) {
        return search(
                query, page.someWords() ? Words.ANY : Words.ALL, order, limit, Objects.requireNonNull(page.next()));
    }

    private FoundPosts search(String query, Words words, Order order, int limit, @Nullable String after) {
        var own = seesAll() ? null : Long.toString(user.id().value());
        var asked = own == null ? query : only(query, own);
        var request = new SearchRequest(asked, words, order, limit, after, after == null);
        return switch (index.search(request)) {
            case SearchOutcome.Refused refused -> new FoundPosts.Refused(refused.problems());
            case SearchOutcome.Page page ->
                new FoundPosts.Page(
                        page.hits().stream().map(hit -> post(hit, own)).toList(),
                        page.total(),
                        words == Words.ANY,
                        page.counts(),
                        page.next(),
                        page.notices(),
                        page.took().toMillis());
        };
    }

    private static String only(String query, String rater) {
        var field = Fields.SCHEMA.find(Fields.RATER).orElseThrow();
        return QueryText.with(QueryText.without(query, field), field, rater);
    }

    private static FoundPost post(Hit hit, @Nullable String own) {
        var values = hit.values();
        var image = first(values, Fields.IMAGE);
        var video = first(values, Fields.VIDEO);
        var picture = image == null ? video : image;
        return new FoundPost(
                new PostId(Long.parseLong(hit.id())),
                Objects.requireNonNullElse(first(values, Fields.ID), hit.id()),
                first(values, Fields.LANGUAGE),
                picture == null ? null : new MediaId(picture),
                image == null && video != null,
                values.getOrDefault(Fields.HAS, List.of()).contains("sound"),
                hit.passages().get(Fields.CAPTION),
                hit.passages().get(Fields.ALT),
                heard(hit),
                verdict(hit, own));
    }

    /** The cue with the first word found, else the beginning of what is shown of the transcript. */
    private static @Nullable Heard heard(Hit hit) {
        var words = hit.passages().get(Fields.TRANSCRIPT);
        if (words == null) {
            return null;
        }
        var cues = Cues.read(Objects.requireNonNullElse(first(hit.values(), Fields.CUES), ""));
        var place = words.marks().isEmpty()
                ? words.offset()
                : words.offset() + words.marks().getFirst().from();
        var cue = cues.at(place);
        if (cue.isEmpty()) {
            return new Heard(words, null);
        }
        var from = Math.max(0, cue.get().offset() - words.offset());
        var to = Math.clamp(
                (long) cues.after(cue.get()) - words.offset(),
                from,
                words.text().length());
        return new Heard(stretch(words, from, to), cue.get().millis());
    }

    private static Passage stretch(Passage words, int from, int to) {
        var marks = words.marks().stream()
                .filter(mark -> mark.from() >= from && mark.to() <= to)
                .map(mark -> new Mark(mark.from() - from, mark.to() - from))
                .toList();
        return new Passage(
                words.language(), words.text().substring(from, to), words.offset() + from, words.whole(), marks);
    }

    private static @Nullable FoundVerdict verdict(Hit hit, @Nullable String own) {
        var seen = hit.children().stream()
                .filter(child -> own == null || own.equals(first(child.values(), Fields.RATER)))
                .toList();
        return seen.stream()
                .filter(ChildHit::matching)
                .max(Comparator.comparing(PostSearch::marked).thenComparing(PostSearch::rated))
                .map(child -> verdict(child, seen))
                .orElse(null);
    }

    private static FoundVerdict verdict(ChildHit child, List<ChildHit> all) {
        var values = child.values();
        var together = first(values, Fields.TOGETHER);
        var principal = first(values, Fields.PRINCIPAL);
        var agreeing = all.stream()
                .filter(other -> Objects.equals(first(other.values(), Fields.TOGETHER), together)
                        && Objects.equals(first(other.values(), Fields.PRINCIPAL), principal))
                .count();
        var composition = first(values, Fields.COMPOSITION);
        return new FoundVerdict(
                together == null ? null : JointGrade.of(together),
                composition == null ? Composition.UNDETERMINED : Composition.of(composition),
                principal,
                values.getOrDefault(Fields.CLAUSE, List.of()),
                child.passages().get(Fields.READING),
                rated(child),
                (int) agreeing,
                all.size());
    }

    private static boolean marked(ChildHit child) {
        var reading = child.passages().get(Fields.READING);
        return reading != null && !reading.marks().isEmpty();
    }

    private static Instant rated(ChildHit child) {
        var rated = first(child.values(), Fields.RATED);
        return rated == null ? Instant.EPOCH : Instant.parse(rated);
    }

    private static @Nullable String first(Map<String, List<String>> values, String field) {
        var all = values.get(field);
        return all == null || all.isEmpty() ? null : all.getFirst();
    }
}
