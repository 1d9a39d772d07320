package org.conjoint.discovery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.conjoint.policy.Clause;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersionId;
import org.springframework.stereotype.Component;

/** What an entry says of policy versions; versions never change, so each is read once. */
@Component
class Wordings {

    /**
     * A version.
     *
     * @param titles by clause id
     */
    record Wording(String slug, String number, Map<String, String> titles) {}

    private record Key(PolicyVersionId version, String locale) {}

    private final Policies policies;
    private final Map<Key, Wording> known = new ConcurrentHashMap<>();

    Wordings(Policies policies) {
        this.policies = policies;
    }

    Wording of(PolicyVersionId version, String locale) {
        return known.computeIfAbsent(new Key(version, locale), this::read);
    }

    private Wording read(Key key) {
        return policies.version(key.version(), key.locale())
                .map(version -> new Wording(
                        version.slug(),
                        version.number(),
                        version.clauses().stream()
                                .collect(Collectors.toMap(Clause::clauseId, Clause::title, (one, other) -> one))))
                .orElseGet(() -> new Wording("", "", Map.of()));
    }
}
