package org.conjoint.policy;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.conjoint.access.Roles;
import org.conjoint.policy.files.ChangesFound;
import org.conjoint.policy.files.ClauseDifference;
import org.conjoint.policy.files.PolicyFiles;
import org.conjoint.policy.files.PolicyFolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes new policies by the way on which the starter set comes in, and makes drafts of what differs from a known version. */
@Service
class FolderImport implements PolicyImport {
    private final PolicyIntake intake;
    private final PolicyRows rows;
    private final DraftOpening drafts;
    private final Clock clock;

    FolderImport(PolicyIntake intake, PolicyRows rows, DraftOpening drafts, Clock clock) {
        this.intake = intake;
        this.rows = rows;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    @Transactional
    @PreAuthorize(Roles.HAS_POLICY_AUTHOR)
    public Outcome take(String folder, Map<String, byte[]> files) {
        return switch (PolicyFiles.read(folder, files)) {
            case PolicyFiles.Result.Refused(var problems) -> new Outcome.Refused(problems);
            case PolicyFiles.Result.Read(var read) ->
                base(read).map(base -> known(read, base)).orElseGet(() -> unknown(read, intake.take(folder, files)));
        };
    }

    private Outcome known(PolicyFolder folder, PolicyVersionId base) {
        var kept = Readings.folder(folder.description().slug(), rows.documents(base));
        if (kept.contentHash().equals(folder.contentHash())) {
            return new Outcome.Unchanged(folder.description().version());
        }
        var sources = new TreeMap<String, String>();
        folder.documents().forEach((name, document) -> sources.put(name, document.source()));
        var opened = drafts.open(base, sources);
        return new Outcome.Draft(
                opened.id(),
                opened.number(),
                kept.description().version(),
                ChangesFound.between(kept, folder).changed().stream()
                        .map(ClauseDifference::clauseId)
                        .toList());
    }

    private static Outcome unknown(PolicyFolder folder, Intake taken) {
        var number = folder.description().version();
        return switch (taken) {
            case Intake.Unchanged _ -> new Outcome.Unchanged(number);
            case Intake.Taken _ -> new Outcome.NewPolicy(number);
            case Intake.Altered altered -> throw new IllegalStateException("Taken meanwhile: " + altered);
            case Intake.PrefixTaken taking -> new Outcome.PrefixTaken(taking.prefix(), taking.owner());
            case Intake.Refused(var problems) -> new Outcome.Refused(problems);
        };
    }

    /** The version of its number, else the one before it by its own account, else the one in force. */
    private Optional<PolicyVersionId> base(PolicyFolder folder) {
        var slug = folder.description().slug();
        var jurisdiction = folder.description().jurisdiction();
        return rows.find(slug, jurisdiction, folder.description().version())
                .or(() -> folder.before()
                        .flatMap(entry ->
                                rows.find(slug, jurisdiction, entry.version().toString())))
                .or(() -> rows.inForce(slug, jurisdiction, clock.instant()).map(PolicyRows.Decided::id));
    }
}
