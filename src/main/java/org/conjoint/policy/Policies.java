package org.conjoint.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.conjoint.access.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads policies; everyone who is signed in may. */
@Service
@Transactional(readOnly = true)
@PreAuthorize(Roles.SIGNED_IN)
public class Policies {

    /** The jurisdiction of a policy that holds everywhere. */
    public static final String GLOBAL = "global";

    private final PolicyRows rows;
    private final Clock clock;
    private final Map<PolicyVersionId, StoredVersion> loaded = new ConcurrentHashMap<>();
    private final Map<PolicyVersionId, AgreementBar> bars = new ConcurrentHashMap<>();

    Policies(PolicyRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The id of the version that judges at an instant; one statement. */
    public Optional<PolicyVersionId> inForceId(String slug, String jurisdiction, Instant at) {
        return rows.inForce(slug, jurisdiction, at).map(PolicyRows.Decided::id);
    }

    /**
     * The version that judges at an instant.
     *
     * @param locale a BCP 47 tag; the canonical text is served where it is missing
     */
    public Optional<PolicyVersion> inForce(String slug, String jurisdiction, Instant at, String locale) {
        return rows.inForce(slug, jurisdiction, at)
                .map(version -> stored(version.id())
                        .in(
                                locale,
                                version.stage() == PolicyState.EMERGENCY
                                        ? PolicyState.EMERGENCY
                                        : PolicyState.IN_FORCE));
    }

    /** The version in force everywhere at an instant. */
    public Optional<PolicyVersion> inForce(String slug, Instant at, String locale) {
        return inForce(slug, GLOBAL, at, locale);
    }

    /**
     * A version whatever its state, as a verdict cites it.
     *
     * @param locale a BCP 47 tag; the canonical text is served where it is missing
     */
    public Optional<PolicyVersion> version(PolicyVersionId id, String locale) {
        return rows.standing(id).map(standing -> stored(id).in(locale, standing.state(clock.instant())));
    }

    /** The version with a number such as 1.0.0, as files name it. */
    public Optional<PolicyVersion> version(String slug, String jurisdiction, String number, String locale) {
        return rows.find(slug, jurisdiction, number).flatMap(id -> version(id, locale));
    }

    /** A version as one reads it from top to bottom, with its teaching examples. */
    public Optional<PolicyReading> reading(PolicyVersionId id, String locale) {
        return version(id, locale).map(version -> Readings.of(version, rows.documents(id)));
    }

    /** The files of a version, byte for byte as they were taken, by name; taken again they make the same version. */
    public Map<String, String> files(PolicyVersionId id) {
        return new TreeMap<>(rows.documents(id));
    }

    /** How far a panel has to agree before a version is scheduled. */
    public AgreementBar bar(PolicyVersionId id) {
        var known = bars.get(id);
        if (known != null) {
            return known;
        }
        var slug = stored(id).slug();
        var read = Readings.bar(slug, rows.documents(id));
        bars.put(id, read);
        return read;
    }

    /** All policies by title: for each the version in force, else the next, else the latest. */
    public List<PolicySummary> list(String locale) {
        var now = clock.instant();
        var chosen = new TreeMap<String, PolicySummary>();
        for (var summary : summaries(null, locale, now)) {
            chosen.merge(
                    summary.slug() + " " + summary.jurisdiction(),
                    summary,
                    (a, b) -> rank(a.state()) <= rank(b.state()) ? a : b);
        }
        return chosen.values().stream()
                .sorted(Comparator.comparing(PolicySummary::title, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(PolicySummary::jurisdiction))
                .toList();
    }

    /** Every version of a policy, the latest first. */
    public List<PolicySummary> versions(String slug, String locale) {
        return summaries(slug, locale, clock.instant()).reversed();
    }

    private List<PolicySummary> summaries(@Nullable String slug, String locale, Instant now) {
        return rows.standings(slug).stream()
                .map(standing -> summary(stored(standing.version().id()).in(locale, standing.state(now))))
                .toList();
    }

    private static PolicySummary summary(PolicyVersion version) {
        return new PolicySummary(
                version.slug(),
                version.title(),
                version.jurisdiction(),
                version.id(),
                version.number(),
                version.state(),
                version.effectiveFrom(),
                version.clauses().size(),
                version.locales());
    }

    private static int rank(PolicyState state) {
        return switch (state) {
            case IN_FORCE, EMERGENCY -> 0;
            case SCHEDULED -> 1;
            case APPROVED -> 2;
            case CALIBRATING -> 3;
            case IN_REVIEW -> 4;
            case DRAFT -> 5;
            case SUPERSEDED -> 6;
            case ARCHIVED -> 7;
            case WITHDRAWN -> 8;
            case REJECTED -> 9;
        };
    }

    /** What a version says never changes, so it is read once. */
    private StoredVersion stored(PolicyVersionId id) {
        var known = loaded.get(id);
        if (known != null) {
            return known;
        }
        var found = rows.load(id).orElseThrow();
        loaded.put(id, found);
        return found;
    }
}
