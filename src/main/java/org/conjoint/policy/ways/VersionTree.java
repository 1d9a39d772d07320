package org.conjoint.policy.ways;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.conjoint.policy.ChangeKind;
import org.conjoint.policy.ClauseChange;
import org.conjoint.policy.PolicyVersionId;
import org.conjoint.policy.ScopeDirection;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a policy in one jurisdiction, each with what it grew out of and what it changed. The way between two
 * leads up from the one to what both grew out of, and down to the other; on the way up every change is taken back.
 *
 * @see <a href="file:../../../../../../../docs/decisions/0015-staleness-is-derived.md">Staleness is derived</a>
 */
public final class VersionTree {

    /**
     * A version.
     *
     * @param basedOn what it grew out of; null for one that grew out of none
     */
    public record Version(
            PolicyVersionId id, String number, @Nullable PolicyVersionId basedOn, List<ClauseChange> changes) {}

    private final String slug;
    private final String jurisdiction;
    private final Map<PolicyVersionId, Version> versions = new LinkedHashMap<>();
    private final @Nullable PolicyVersionId inForce;

    /**
     * @param inForce the version that judges now; null when none does
     */
    public VersionTree(String slug, String jurisdiction, List<Version> versions, @Nullable PolicyVersionId inForce) {
        this.slug = slug;
        this.jurisdiction = jurisdiction;
        this.inForce = inForce;
        versions.forEach(version -> this.versions.put(version.id(), version));
    }

    public String slug() {
        return slug;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    /** The version that judges now. */
    public Optional<PolicyVersionId> inForce() {
        return Optional.ofNullable(inForce);
    }

    /** All versions, the earliest recorded first. */
    public Set<PolicyVersionId> ids() {
        return Collections.unmodifiableSet(versions.keySet());
    }

    public boolean has(PolicyVersionId id) {
        return versions.containsKey(id);
    }

    /** @throws IllegalArgumentException when it is none of these */
    public String number(PolicyVersionId id) {
        return version(id).number();
    }

    /**
     * The changes that lie between two versions, in the order in which one meets them.
     *
     * @throws IllegalArgumentException when one of them is none of these
     */
    public List<WayStep> way(PolicyVersionId from, PolicyVersionId to) {
        var up = line(from);
        var down = line(to);
        while (!up.isEmpty() && !down.isEmpty() && up.getLast().equals(down.getLast())) {
            up.removeLast();
            down.removeLast();
        }
        var names = new Names();
        var steps = new ArrayList<WayStep>();
        up.forEach(version -> names.pass(version, takenBack(version.changes()), true, false, steps));
        down.reversed()
                .forEach(version -> names.pass(version, version.changes(), false, before(version) == null, steps));
        return List.copyOf(steps);
    }

    /** A version and all that it grew out of, itself first. */
    private List<Version> line(PolicyVersionId id) {
        var line = new ArrayList<Version>();
        var met = new LinkedHashSet<PolicyVersionId>();
        for (@Nullable Version next = version(id); next != null && met.add(next.id()); next = before(next)) {
            line.add(next);
        }
        return line;
    }

    private @Nullable Version before(Version version) {
        return version.basedOn() == null ? null : versions.get(version.basedOn());
    }

    private Version version(PolicyVersionId id) {
        var found = versions.get(id);
        if (found == null) {
            throw new IllegalArgumentException(
                    "%s has no version with the id %d in %s".formatted(slug, id.value(), jurisdiction));
        }
        return found;
    }

    private static List<ClauseChange> takenBack(List<ClauseChange> changes) {
        var back = new ArrayList<ClauseChange>();
        var origins = new TreeMap<String, Set<String>>();
        var kinds = new HashMap<String, ChangeKind>();
        for (var change : changes) {
            if (change.kind().needsCrosswalk()) {
                for (var target : change.becomes()) {
                    origins.computeIfAbsent(target, any -> new TreeSet<>()).add(change.clauseId());
                    kinds.putIfAbsent(target, contrary(change.kind()));
                }
            } else {
                back.add(new ClauseChange(
                        change.clauseId(),
                        contrary(change.kind()),
                        contrary(change.direction()),
                        change.reason(),
                        List.of(),
                        change.confirmedBy()));
            }
        }
        origins.forEach((clause, from) -> back.add(new ClauseChange(
                clause, Objects.requireNonNull(kinds.get(clause)), null, null, List.copyOf(from), null)));
        return back;
    }

    private static ChangeKind contrary(ChangeKind kind) {
        return switch (kind) {
            case TIGHTEN -> ChangeKind.LOOSEN;
            case LOOSEN -> ChangeKind.TIGHTEN;
            case INITIAL -> ChangeKind.RETIRE;
            case RETIRE -> ChangeKind.INITIAL;
            case SPLIT -> ChangeKind.MERGE;
            case MERGE -> ChangeKind.SPLIT;
            case EDITORIAL, CLARIFY, SCOPE, RENAME, PENALTY -> kind;
        };
    }

    private static @Nullable ScopeDirection contrary(@Nullable ScopeDirection direction) {
        return switch (direction) {
            case null -> null;
            case WIDEN -> ScopeDirection.NARROW;
            case NARROW -> ScopeDirection.WIDEN;
        };
    }

    /** By which ids the beginning of the way knows the clauses of where one is. */
    private static final class Names {
        private final Map<String, Set<String>> known = new HashMap<>();

        void pass(Version version, List<ClauseChange> changes, boolean takenBack, boolean first, List<WayStep> steps) {
            var renamed = new HashMap<String, Set<String>>();
            for (var change : changes) {
                steps.add(new WayStep(
                        change.clauseId(),
                        change.kind(),
                        change.direction(),
                        change.becomes(),
                        version.id(),
                        version.number(),
                        takenBack,
                        first,
                        of(change.clauseId())));
                change.becomes()
                        .forEach(target -> renamed.computeIfAbsent(target, any -> new TreeSet<>())
                                .addAll(of(change.clauseId())));
            }
            changes.stream()
                    .filter(change -> !change.becomes().isEmpty())
                    .forEach(change -> known.put(change.clauseId(), Set.of()));
            renamed.forEach((clause, names) -> {
                var all = new TreeSet<>(of(clause));
                all.addAll(names);
                known.put(clause, all);
            });
        }

        private Set<String> of(String clause) {
            return known.getOrDefault(clause, Set.of(clause));
        }
    }
}
