package org.conjoint.guidance.ui;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conjoint.access.Accounts;
import org.conjoint.content.Post;
import org.conjoint.content.PostAt;
import org.conjoint.content.Posts;
import org.conjoint.guidance.Interpretation;
import org.conjoint.guidance.RaterNote;
import org.conjoint.guidance.RaterNote.NoteAnswer;
import org.conjoint.guidance.Reading;
import org.conjoint.policy.Clause;
import org.conjoint.policy.Policies;
import org.conjoint.policy.PolicyVersion;
import org.conjoint.policy.ui.PolicyNavigation;
import org.conjoint.shared.UserId;
import org.springframework.stereotype.Component;

/** The names and posts of a page of notes or interpretations, read at once. */
@Component
class Naming {

    private final Accounts accounts;
    private final Posts posts;
    private final Policies policies;

    Naming(Accounts accounts, Posts posts, Policies policies) {
        this.accounts = accounts;
        this.posts = posts;
        this.policies = policies;
    }

    /** What a page names. */
    record Named(Map<UserId, String> people, Map<PostAt, Post> posts) {

        String person(UserId id) {
            return people.getOrDefault(id, "somebody");
        }
    }

    Named ofNotes(List<RaterNote> notes) {
        var people = new HashSet<UserId>();
        for (var note : notes) {
            people.add(note.sender());
            note.answers().stream().map(NoteAnswer::author).forEach(people::add);
        }
        return named(people, notes.stream().map(RaterNote::post).toList());
    }

    Named ofInterpretations(List<Interpretation> all) {
        var people = new HashSet<UserId>();
        for (var each : all) {
            people.add(each.writtenBy());
            if (each.settlement() != null) {
                people.add(each.settlement().by());
            }
        }
        return named(people, all.stream().map(Interpretation::post).toList());
    }

    private Named named(Collection<UserId> people, Collection<PostAt> about) {
        return new Named(
                people.isEmpty() ? Map.of() : accounts.displayNames(people),
                posts.at(about.stream().collect(Collectors.toSet())));
    }

    /** The clause with its title, or that it is about the whole. */
    String clause(Reading reading) {
        var clause = reading.clause();
        return clause == null
                ? "The policy as a whole"
                : policies.version(reading.version(), reading.locale())
                        .flatMap(version -> version.clause(clause.clauseId()))
                        .map(Clause::title)
                        .orElse("");
    }

    /** The policy with the number of the version. */
    String version(Reading reading) {
        return policies.version(reading.version(), reading.locale())
                .map(Naming::name)
                .orElse(reading.slug());
    }

    static String name(PolicyVersion version) {
        return "%s %s".formatted(version.title(), version.number());
    }

    /** Where the wording that was read can be read again, without a leading slash. */
    String path(Reading reading) {
        var clause = reading.clause();
        return policies.version(reading.version(), reading.locale())
                .map(version ->
                        clause == null ? PolicyNavigation.to(version) : PolicyNavigation.to(version, clause.clauseId()))
                .orElse("policies");
    }
}
