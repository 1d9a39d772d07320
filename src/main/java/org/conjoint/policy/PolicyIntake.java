package org.conjoint.policy;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.conjoint.audit.AuditEvent;
import org.conjoint.audit.AuditTrail;
import org.conjoint.policy.files.PolicyFiles;
import org.conjoint.policy.files.PolicyFolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes folders of policies that come with the installation; a folder taken before changes nothing. */
@Component
class PolicyIntake {
    private static final String AUTHOR = "starter set";
    private static final String APPROVER = "installation";

    private final IntakeRows rows;
    private final TurnRows turns;
    private final AuditTrail audit;
    private final Clock clock;

    PolicyIntake(IntakeRows rows, TurnRows turns, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.turns = turns;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a folder, or says why not.
     *
     * @param folder the folder's name
     * @param files the bytes of its files by name
     */
    @Transactional
    Intake take(String folder, Map<String, byte[]> files) {
        return switch (PolicyFiles.read(folder, files)) {
            case PolicyFiles.Result.Refused(var problems) -> new Intake.Refused(problems);
            case PolicyFiles.Result.Read(var read) -> take(read);
        };
    }

    private Intake take(PolicyFolder folder) {
        var description = folder.description();
        var known = rows.known(folder);
        if (known.isPresent()) {
            var hash = known.get().contentHash();
            return hash.equals(folder.contentHash())
                    ? new Intake.Unchanged(known.get().id())
                    : new Intake.Altered(description.slug(), description.version(), hash, folder.contentHash());
        }
        var owner = rows.prefixTakenBy(folder);
        if (owner.isPresent()) {
            return new Intake.PrefixTaken(description.slug(), description.prefix(), owner.get());
        }
        var stage = rows.hasVersions(folder) ? PolicyState.DRAFT : PolicyState.APPROVED;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = rows.insert(
                folder, new IntakeRows.Decision(stage, AUTHOR, stage == PolicyState.APPROVED ? APPROVER : null, now));
        if (stage == PolicyState.APPROVED) {
            var line = turns.line(id);
            var standing = turns.lock(line);
            turns.write(line, standing, standing.then(id, folder.current().effectiveFrom()));
        }
        audit.record(new AuditEvent(
                "system",
                "policy.taken",
                "policy-version:" + id.value(),
                new TreeMap<>(Map.of(
                        "policy", description.slug(),
                        "version", description.version(),
                        "jurisdiction", description.jurisdiction(),
                        "stage", stage.code(),
                        "hash", folder.contentHash()))));
        return new Intake.Taken(id, stage);
    }
}
