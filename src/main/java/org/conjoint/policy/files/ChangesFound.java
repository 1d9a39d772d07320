package org.conjoint.policy.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.conjoint.policy.files.ClauseDifference.InLocale;
import org.conjoint.policy.files.ClauseDifference.Presence;
import org.conjoint.policy.files.PolicyDescription.ClauseEntry;
import org.conjoint.policy.files.PolicyDescription.ExemptionEntry;
import org.conjoint.policy.files.PolicyText.Passage;

/**
 * What differs between two versions of a policy, clause by clause.
 *
 * @param clauses every clause of either version: those of the later one in its order, then those that are gone
 */
public record ChangesFound(List<ClauseDifference> clauses) {

    public ChangesFound {
        clauses = List.copyOf(clauses);
    }

    /** Compares a version with the one that it grew out of. */
    public static ChangesFound between(PolicyFolder base, PolicyFolder later) {
        var ids = new LinkedHashSet<>(later.description().clauseIds());
        ids.addAll(base.description().clauseIds());
        var shared = !base.canonicalText().terms().equals(later.canonicalText().terms())
                || !base.canonicalText().together().equals(later.canonicalText().together());
        return new ChangesFound(
                ids.stream().map(id -> difference(id, base, later, shared)).toList());
    }

    /** Those that differ in a way that changes.yaml has to tell. */
    public List<ClauseDifference> changed() {
        return clauses.stream().filter(ClauseDifference::changed).toList();
    }

    /** The clause with this id, if either version has it. */
    public Optional<ClauseDifference> clause(String id) {
        return clauses.stream().filter(clause -> clause.clauseId().equals(id)).findFirst();
    }

    private static ClauseDifference difference(String id, PolicyFolder base, PolicyFolder later, boolean shared) {
        var old = entry(base, id);
        var now = entry(later, id);
        var kept = old.isPresent() && now.isPresent();
        var locales = new TreeMap<String, InLocale>();
        for (var locale : locales(base, later)) {
            var before = hash(base, locale, id);
            var after = hash(later, locale, id);
            if (before.isPresent() || after.isPresent()) {
                locales.put(locale, inLocale(before, after));
            }
        }
        return new ClauseDifference(
                id,
                kept ? Presence.KEPT : now.isPresent() ? Presence.NEW : Presence.GONE,
                kept && !canonicalHash(base, id).equals(canonicalHash(later, id)),
                kept && old.get().severity() != now.get().severity(),
                kept && old.get().contextCanDefuse() != now.get().contextCanDefuse(),
                kept && (shared || !exemptions(base, id).equals(exemptions(later, id))),
                locales,
                kept ? jurisdictions(base, later, id) : new TreeSet<>());
    }

    private static InLocale inLocale(Optional<String> before, Optional<String> after) {
        if (before.equals(after)) {
            return InLocale.UNCHANGED;
        }
        return before.isEmpty() ? InLocale.NEW : after.isEmpty() ? InLocale.GONE : InLocale.CHANGED;
    }

    private static Optional<ClauseEntry> entry(PolicyFolder folder, String id) {
        return folder.description().clauses().stream()
                .filter(clause -> clause.id().equals(id))
                .findFirst();
    }

    private static Collection<String> locales(PolicyFolder base, PolicyFolder later) {
        var locales = new TreeSet<>(base.description().locales());
        locales.addAll(later.description().locales());
        return locales;
    }

    private static Optional<String> hash(PolicyFolder folder, String locale, String id) {
        return folder.text(locale).flatMap(text -> text.clause(id)).map(Passage::hash);
    }

    private static Optional<String> canonicalHash(PolicyFolder folder, String id) {
        return folder.canonicalText().clause(id).map(Passage::hash);
    }

    /** What is allowed although the clause comes to mind, by ids and hashes. */
    private static List<String> exemptions(PolicyFolder folder, String id) {
        var found = new ArrayList<String>();
        for (ExemptionEntry exemption : folder.description().exemptions()) {
            if (exemption.clauses().contains(id)) {
                folder.canonicalText().exemptions().stream()
                        .filter(passage -> passage.id().equals(exemption.id()))
                        .forEach(passage -> found.add(passage.id() + " " + passage.hash()));
            }
        }
        return found;
    }

    private static SortedSet<String> jurisdictions(PolicyFolder base, PolicyFolder later, String id) {
        var all = new TreeSet<>(base.jurisdictions());
        all.addAll(later.jurisdictions());
        all.removeIf(code -> Objects.equals(replaced(base, code, id), replaced(later, code, id)));
        return all;
    }

    private static Optional<String> replaced(PolicyFolder folder, String jurisdiction, String id) {
        return folder.overlay(jurisdiction, folder.description().canonicalLocale())
                .flatMap(overlay -> overlay.clause(id))
                .map(Passage::hash);
    }
}
