package org.conjoint.moderation.staleness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.content.PostId;
import org.conjoint.moderation.VerdictId;
import org.conjoint.moderation.staleness.BlastRadius.ClauseEffect;
import org.conjoint.moderation.staleness.ChangedPolicy.Change;
import org.conjoint.moderation.staleness.GeneratedVerdicts.Given;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.shared.UserId;
import org.conjoint.testing.People;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.testing.Statements;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@PersistenceTest
class StalenessPersistenceTest {

    private static final int MANY = 400;

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    Staleness staleness;

    @Autowired
    Effects effects;

    @Autowired
    Rereading rereading;

    @Autowired
    Grandfathering grandfathering;

    @Autowired
    DSLContext db;

    private final Random random = new Random(41);
    private UserId author;
    private ChangedPolicy policy;
    private GeneratedVerdicts generated;
    private List<PostId> posts;

    @BeforeEach
    void make() {
        author = People.person(accounts, Role.POLICY_AUTHOR);
        policy = new ChangedPolicy(context);
        generated = new GeneratedVerdicts(context);
        posts = generated.posts(MANY);
    }

    @Test
    void tightening_makes_exactly_the_verdicts_stale_that_found_no_violation_and_queues_the_borderline_first() {
        var given = given(policy.first());
        var tightened = policy.turn(policy.version(policy.first(), Change.of("1.1", "tighten")));
        assertThat(stale(given)).isEqualTo(ids(given, each -> !each.violating()));
        var order = order(given, tightened);
        assertThat(order).containsExactlyElementsOf(naiveOrder(given));
        assertThat(radius(tightened).clauses()).singleElement().satisfies(effect -> {
            assertThat(effect.violating().stale()).isZero();
            assertThat(effect.violating().untouched()).isEqualTo(count(given, Given::violating));
            assertThat(effect.notViolating().stale()).isEqualTo(count(given, each -> !each.violating()));
        });
    }

    @Test
    void loosening_makes_exactly_the_verdicts_stale_that_found_a_violation_of_that_clause() {
        var given = given(policy.first());
        var clause = policy.clause("1.1");
        var loosened = policy.turn(policy.version(policy.first(), Change.of("1.1", "loosen")));
        var expected = ids(given, each -> each.violating() && each.joint().contains(clause));
        assertThat(expected).isNotEmpty();
        assertThat(stale(given)).isEqualTo(expected);
        assertThat(posts(loosened))
                .as("the newest first")
                .containsExactlyElementsOf(given.stream()
                        .filter(each -> expected.contains(each.id()))
                        .sorted(Comparator.comparingLong(
                                        (Given each) -> each.id().value())
                                .reversed())
                        .map(Given::post)
                        .distinct()
                        .toList());
    }

    @Test
    void other_words_for_the_same_make_none_stale() {
        var given = given(policy.first());
        var same = policy.turn(policy.version(
                policy.first(),
                Change.of("1.1", "editorial"),
                Change.of("2.1", "clarify"),
                Change.of("2.2", "penalty"),
                Change.of("3.1", "retire"),
                Change.crosswalk("3.2", "rename", "3.9")));
        assertThat(stale(given)).isEmpty();
        assertThat(radius(same).stale()).isZero();
        assertThat(posts(same)).isEmpty();
    }

    @Test
    void where_a_clause_became_clearer_a_sample_of_the_borderline_and_the_disputed_is_read() {
        var given = given(policy.first());
        var clearer = policy.turn(policy.version(policy.first(), Change.of("1.1", "clarify")));
        var sampled = sampled(clearer, 20);
        var borderline = given.stream()
                .filter(each -> !each.superseded() && each.grade().equals("borderline"))
                .map(Given::post)
                .collect(Collectors.toSet());
        var disputed = given.stream()
                .filter(each -> !each.superseded())
                .collect(Collectors.groupingBy(Given::post))
                .entrySet()
                .stream()
                .filter(each ->
                        each.getValue().stream().map(Given::grade).distinct().count() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(sampled).hasSize(20).allMatch(post -> borderline.contains(post) || disputed.contains(post));
        assertThat(sampled).anyMatch(post -> !borderline.contains(post)).anyMatch(borderline::contains);
        assertThat(sampled(clearer, 20)).as("the same again").isEqualTo(sampled);
    }

    /** Three versions one after the other, one beside them that lapsed, and a candidate; each seen from each. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_blast_radius_agrees_with_each_verdict_and_with_a_plain_count(long seed) {
        var second = policy.version(
                policy.first(),
                Change.of("1.1", "tighten"),
                Change.of("2.1", "loosen"),
                Change.crosswalk("2.2", "split", "2.2", "2.7"));
        var lapsed = policy.version(second, Change.of("3.1", "loosen"), Change.scope("3.2", "widen"));
        var third = policy.version(
                second,
                Change.crosswalk("2.1", "rename", "2.8"),
                Change.scope("4.1", "narrow"),
                Change.of("5.1", "initial"));
        var candidate = policy.version(third, Change.of("2.8", "loosen"), Change.of("1.1", "editorial"));
        policy.turn(second);
        policy.turn(lapsed);
        policy.turn(third);
        var naive = new NaiveStaleness(policy, second, lapsed, third, candidate);
        var clauses = new ArrayList<>(policy.clauses());
        clauses.addAll(List.of(policy.clause("2.7"), policy.clause("2.8")));
        var versions = policy.versions();
        var given = generated.some(new Random(seed), MANY, versions, clauses, posts);
        assertThat(stale(given)).isEqualTo(ids(given, each -> naive.stale(each, third)));
        for (var target : versions) {
            assertThat(under(given, target)).isEqualTo(ids(given, each -> naive.stale(each, target)));
            var radius = radius(target);
            var stale = given.stream()
                    .filter(each -> !each.superseded() && naive.stale(each, target))
                    .toList();
            assertThat(radius.verdicts()).isEqualTo(count(given, each -> true));
            assertThat(radius.stale()).isEqualTo(stale.size());
            assertThat(radius.kept()).isZero();
            assertThat(radius.staleBefore())
                    .isEqualTo(
                            target.equals(third)
                                    ? 0
                                    : count(given, each -> naive.stale(each, target) && naive.stale(each, third)));
            assertThat(radius.locales())
                    .isEqualTo(GeneratedVerdicts.counted(stale.stream().map(Given::locale)));
            assertThat(byComposition(radius))
                    .isEqualTo(GeneratedVerdicts.counted(stale.stream().map(Given::composition)));
            for (var effect : radius.clauses()) {
                var change = effect.change();
                assertThat(effect.stale())
                        .as("%s from %s", change, target)
                        .isEqualTo(
                                count(given, each -> naive.reasons(each, target).contains(change)));
                assertThat(cells(radius, change)).isEqualTo(effect.stale());
            }
            assertThat(radius.sample())
                    .hasSize(Math.min(12, stale.size()))
                    .allMatch(each -> stale.stream().anyMatch(one -> one.id().equals(each.verdict())));
            assertThat(posts(target)).containsExactlyInAnyOrderElementsOf(naive.toRead(given, target));
        }
    }

    @Test
    void a_post_with_a_newer_verdict_under_the_text_of_now_is_not_read_again_though_the_old_verdict_stays_stale() {
        var old = generated.one(policy.first(), posts.get(0), "borderline", "emergent", policy.clause("1.1"));
        var other = generated.one(policy.first(), posts.get(1), "none", "benign");
        var tightened = policy.turn(policy.version(policy.first(), Change.of("1.1", "tighten")));
        assertThat(posts(tightened)).containsExactly(posts.get(0), posts.get(1));
        generated.one(tightened, posts.get(0), "violating", "emergent", policy.clause("1.1"));
        assertThat(posts(tightened)).containsExactly(posts.get(1));
        assertThat(stale(List.of(old, other))).containsExactlyInAnyOrder(old.id(), other.id());
    }

    @Test
    void what_is_kept_on_purpose_is_left_out_with_reason_date_and_person() {
        var given = given(policy.first());
        var both = policy.turn(policy.version(policy.first(), Change.of("1.1", "tighten"), Change.of("2.1", "loosen")));
        var clause = policy.clause("2.1");
        var loosened = ids(given, each -> each.violating() && each.joint().contains(clause));
        var decision = as(() -> grandfathering.keep(both, clause, " Nobody was punished for it. "));
        assertThat(stale(given)).isEqualTo(ids(given, each -> !each.violating()));
        var readings = as(() -> staleness.of(loosened));
        assertThat(readings.keySet()).isEqualTo(loosened);
        assertThat(readings.values()).allSatisfy(reading -> {
            assertThat(reading.kept()).isNotNull();
            assertThat(reading.kept().reason()).isEqualTo("Nobody was punished for it.");
            assertThat(reading.kept().by()).isEqualTo(author);
            assertThat(reading.because())
                    .singleElement()
                    .satisfies(step -> assertThat(step.clauseId()).isEqualTo(clause));
        });
        var radius = radius(both);
        assertThat(radius.kept()).isEqualTo(loosened.size());
        assertThat(radius.stale()).isEqualTo(count(given, each -> !each.violating()));
        assertThat(effect(radius, clause).violating().kept()).isEqualTo(loosened.size());
        assertThat(posts(both)).containsExactlyInAnyOrderElementsOf(postsOf(given, each -> !each.violating()));
        assertThat(as(() -> grandfathering.end(decision))).isTrue();
        assertThat(as(() -> grandfathering.end(decision))).isFalse();
        assertThat(radius(both).kept()).isZero();
        assertThat(stale(given)).hasSize((int) (radius.stale() + radius.kept()));
    }

    @Test
    void one_verdict_is_kept_until_a_later_version_changes_something_again() {
        var kept = generated.one(policy.first(), posts.get(0), "none", "benign");
        var other = generated.one(policy.first(), posts.get(1), "none", "benign");
        var second = policy.turn(policy.version(policy.first(), Change.of("1.1", "tighten")));
        as(() -> grandfathering.keep(second, kept.id(), "A twin of a settled case"));
        assertThat(stale(List.of(kept, other))).containsExactly(other.id());
        assertThat(radius(second).stale()).isEqualTo(1);
        assertThat(radius(second).kept()).isEqualTo(1);
        assertThat(posts(second)).containsExactly(posts.get(1));
        var third = policy.turn(policy.version(second, Change.of("2.1", "tighten")));
        assertThat(stale(List.of(kept, other))).containsExactlyInAnyOrder(kept.id(), other.id());
        assertThat(radius(third).stale()).isEqualTo(2);
    }

    @Test
    void only_what_is_stale_is_kept_and_not_without_a_reason() {
        var violating = generated.one(policy.first(), posts.get(0), "violating", "emergent", policy.clause("1.1"));
        var second = policy.version(policy.first(), Change.of("1.1", "tighten"), Change.of("2.1", "editorial"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> as(() -> grandfathering.keep(second, violating.id(), "why")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> as(() -> grandfathering.keep(second, policy.clause("2.1"), "why")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> as(() -> grandfathering.keep(second, policy.clause("1.1"), "  ")));
        var rater = People.person(accounts, Role.RATER);
        assertThatThrownBy(() -> accounts.runAs(rater, () -> grandfathering.keep(second, policy.clause("1.1"), "why")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.runAs(rater, () -> effects.blastRadius(second)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void reading_a_list_costs_the_same_statements_however_long_it_is() {
        var given = given(policy.first());
        policy.turn(policy.version(policy.first(), Change.of("1.1", "tighten")));
        var all = given.stream().map(Given::id).toList();
        var one = as(() -> Statements.of(db, () -> staleness.of(all.subList(0, 1))));
        var many = as(() -> Statements.of(db, () -> staleness.of(all)));
        assertThat(many).hasSameSizeAs(one).hasSizeLessThanOrEqualTo(5);
    }

    private List<Given> given(PolicyVersionId version) {
        return generated.some(random, MANY, List.of(version), policy.clauses(), posts);
    }

    private Set<VerdictId> stale(List<Given> given) {
        return notKept(as(() -> staleness.of(given.stream().map(Given::id).toList())));
    }

    private Set<VerdictId> under(List<Given> given, PolicyVersionId target) {
        return notKept(
                as(() -> staleness.under(target, given.stream().map(Given::id).toList())));
    }

    private static Set<VerdictId> notKept(Map<VerdictId, Stale> readings) {
        return readings.entrySet().stream()
                .filter(each -> each.getValue().kept() == null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private BlastRadius radius(PolicyVersionId target) {
        return as(() -> effects.blastRadius(target));
    }

    /** The posts to be read again in pieces of seven, each post where it is met first. */
    private List<PostId> posts(PolicyVersionId target) {
        return walk(target, 0);
    }

    private List<PostId> sampled(PolicyVersionId target, int sample) {
        return walk(target, sample);
    }

    private List<PostId> walk(PolicyVersionId target, int sample) {
        return as(() -> {
            var pieces = rereading.open(target, sample, 7);
            var all = new ArrayList<PostId>();
            @Nullable String cursor = null;
            do {
                var piece = pieces.apply(cursor);
                assertThat(piece.posts()).hasSizeLessThanOrEqualTo(Math.max(7, sample));
                all.addAll(piece.posts());
                cursor = piece.next();
            } while (cursor != null);
            return all.stream().distinct().toList();
        });
    }

    private List<PostId> order(List<Given> given, PolicyVersionId target) {
        assertThat(given).isNotEmpty();
        return posts(target);
    }

    private static List<PostId> naiveOrder(List<Given> given) {
        var compositions = List.of(
                "emergent", "shifted", "defused", "additive", "single_carrier", "redundant", "undetermined", "benign");
        Comparator<Given> order = Comparator.comparingInt((Given each) -> switch (each.grade()) {
                    case "borderline" -> 0;
                    case "none" -> each.raised() ? 1 : 3;
                    default -> 2;
                })
                .thenComparing(each -> compositions.indexOf(each.composition()))
                .thenComparing(each -> -each.id().value());
        return given.stream()
                .filter(each -> !each.superseded() && !each.violating())
                .sorted(order)
                .map(Given::post)
                .distinct()
                .toList();
    }

    private static Set<VerdictId> ids(List<Given> given, java.util.function.Predicate<Given> which) {
        return given.stream()
                .filter(each -> !each.superseded() && which.test(each))
                .map(Given::id)
                .collect(Collectors.toSet());
    }

    private static Set<PostId> postsOf(List<Given> given, java.util.function.Predicate<Given> which) {
        return given.stream()
                .filter(each -> !each.superseded() && which.test(each))
                .map(Given::post)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static long count(List<Given> given, java.util.function.Predicate<Given> which) {
        return ids(given, which).size();
    }

    private static Map<String, Long> byComposition(BlastRadius radius) {
        var counts = new TreeMap<String, Long>();
        radius.compositions().forEach(each -> counts.put(each.composition().code(), each.all()));
        return counts;
    }

    private static long cells(BlastRadius radius, ChangedClause change) {
        return radius.compositions().stream()
                .mapToLong(each -> each.changes().getOrDefault(change, 0L))
                .sum();
    }

    private static ClauseEffect effect(BlastRadius radius, String clause) {
        return radius.clauses().stream()
                .filter(each -> each.change().clauseId().equals(clause))
                .findFirst()
                .orElseThrow();
    }

    private <T> T as(Supplier<T> work) {
        return accounts.runAs(author, work);
    }
}
