package org.conjoint.exchange.rest;

import org.conjoint.access.Roles;
import org.conjoint.appeals.AppealDraft;
import org.conjoint.appeals.Appeals;
import org.conjoint.appeals.Opening;
import org.conjoint.moderation.VerdictId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes appeals from the system in which people object. */
@RestController
@RequestMapping("/api/appeals")
@PreAuthorize(Roles.HAS_DATA_ACCESS)
@ConditionalOnWebApplication
class AppealApi {

    /** An appeal; the same reference sent again is taken once. */
    record Wanted(
            @Nullable Long verdict,
            @Nullable String reference,
            @Nullable String statement) {}

    /** The appeal that there is now. @param opened whether it is new */
    record Taken(long appeal, boolean opened) {}

    private final Appeals appeals;

    AppealApi(Appeals appeals) {
        this.appeals = appeals;
    }

    @PostMapping
    ResponseEntity<Taken> open(@RequestBody Wanted wanted) {
        if (wanted.verdict() == null || wanted.verdict() <= 0) {
            throw new IllegalArgumentException("“verdict” is the number of the verdict that is appealed");
        }
        if (wanted.reference() == null || wanted.reference().isBlank()) {
            throw new IllegalArgumentException("“reference” names the appeal in the system that sends it");
        }
        var statement = wanted.statement() == null ? "" : wanted.statement();
        return switch (appeals.open(new AppealDraft(new VerdictId(wanted.verdict()), wanted.reference(), statement))) {
            case Opening.Opened(var id) ->
                ResponseEntity.status(HttpStatus.CREATED).body(new Taken(id.value(), true));
            case Opening.Known(var id) -> ResponseEntity.ok(new Taken(id.value(), false));
            case Opening.Refused(var words) -> throw new IllegalArgumentException(words);
        };
    }
}
