package org.conjoint.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version as the database keeps it, in all its locales; its content never changes. */
record StoredVersion(
        PolicyVersionId id,
        String slug,
        String number,
        String jurisdiction,
        String canonicalLocale,
        String contentHash,
        Instant effectiveFrom,
        Instant penaltyFrom,
        List<StoredLocale> locales,
        List<StoredClause> clauses,
        List<StoredExemption> exemptions) {

    record StoredLocale(
            String tag,
            String title,
            String textHash,
            String bodyHash,
            @Nullable String sourceHash) {}

    record StoredClause(
            ClauseVersionId id,
            String code,
            ClauseSeverity severity,
            boolean contextCanDefuse,
            List<StoredClauseText> texts) {}

    record StoredClauseText(String locale, String title, String test, String markdown, String textHash) {}

    record StoredExemption(
            String code, String locale, String title, String markdown, String textHash, List<String> clauses) {}

    /** The version as a locale words it; the canonical one stands in for a locale that is missing. */
    PolicyVersion in(String locale, PolicyState state) {
        var served = locales.stream()
                .filter(text -> text.tag().equals(locale))
                .findFirst()
                .orElseGet(this::canonical);
        return new PolicyVersion(
                id,
                slug,
                served.title(),
                number,
                jurisdiction,
                state,
                effectiveFrom,
                penaltyFrom,
                served.tag(),
                served.textHash(),
                contentHash,
                policyLocales(),
                clauses.stream().map(clause -> clause(clause, served.tag())).toList(),
                exemptions.stream()
                        .filter(exemption -> exemption.locale().equals(served.tag()))
                        .map(exemption -> new Exemption(
                                exemption.code(),
                                exemption.title(),
                                exemption.markdown(),
                                exemption.textHash(),
                                exemption.clauses()))
                        .toList());
    }

    List<PolicyLocale> policyLocales() {
        var canonical = canonical();
        return locales.stream()
                .map(text -> new PolicyLocale(
                        text.tag(),
                        text.equals(canonical),
                        !text.equals(canonical) && !canonical.bodyHash().equals(text.sourceHash()),
                        text.textHash()))
                .toList();
    }

    private StoredLocale canonical() {
        return locales.stream()
                .filter(text -> text.tag().equals(canonicalLocale))
                .findFirst()
                .orElseThrow();
    }

    private static Clause clause(StoredClause clause, String locale) {
        var text = clause.texts().stream()
                .filter(candidate -> candidate.locale().equals(locale))
                .findFirst()
                .orElseThrow();
        return new Clause(
                clause.id(),
                clause.code(),
                text.title(),
                text.test(),
                text.markdown(),
                text.textHash(),
                clause.severity(),
                !clause.contextCanDefuse());
    }
}
