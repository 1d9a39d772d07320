package org.conjoint.authoring.ui;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conjoint.access.Accounts;
import org.conjoint.shared.UserId;
import org.springframework.stereotype.Component;

/** The names of those whom the audit trail knows as {@code user:17}. */
@Component
class ActorNames {

    private static final Pattern USER = Pattern.compile("user:([1-9]\\d{0,17})");

    private final Accounts accounts;

    ActorNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The name of each; one that is no person by what it is. */
    Map<String, String> of(Collection<String> actors) {
        var ids = actors.stream()
                .map(USER::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> new UserId(Long.parseLong(matcher.group(1))))
                .collect(Collectors.toSet());
        var names = accounts.displayNames(ids);
        return actors.stream().distinct().collect(Collectors.toMap(actor -> actor, actor -> {
            var matcher = USER.matcher(actor);
            return matcher.matches() ? names.getOrDefault(new UserId(Long.parseLong(matcher.group(1))), actor) : actor;
        }));
    }

    String of(UserId user) {
        return accounts.displayNames(java.util.List.of(user)).getOrDefault(user, "Somebody");
    }
}
