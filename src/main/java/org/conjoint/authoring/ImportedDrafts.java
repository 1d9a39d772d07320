package org.conjoint.authoring;

import java.time.Clock;
import java.util.Map;
import org.conjoint.policy.DraftOpening;
import org.conjoint.policy.PolicyVersionId;
import org.springframework.stereotype.Component;

/** Drafts of folders that were edited elsewhere. */
@Component
class ImportedDrafts implements DraftOpening {

    private final PolicyDrafts drafts;
    private final DraftNumbers numbers;
    private final Clock clock;

    ImportedDrafts(PolicyDrafts drafts, DraftNumbers numbers, Clock clock) {
        this.drafts = drafts;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public Opened open(PolicyVersionId basedOn, Map<String, String> files) {
        var base = numbers.base(basedOn);
        var numbered = numbers.number(files).equals(base.number()) ? numbers.next(base, files, clock.instant()) : files;
        return new Opened(drafts.take(base.slug(), basedOn, numbered).value(), numbers.number(numbered));
    }
}
