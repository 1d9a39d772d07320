package org.conjoint.policy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.conjoint.access.Roles;
import org.conjoint.policy.files.ChangesFound;
import org.conjoint.policy.files.ClauseDifference;
import org.conjoint.policy.files.FileProblem;
import org.conjoint.policy.files.PolicyFiles;
import org.conjoint.policy.files.PolicyFolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes folders by the way on which the starter set comes in. */
@Service
class FolderImport implements PolicyImport {
    private final PolicyIntake intake;
    private final PolicyRows rows;
    private final Clock clock;

    FolderImport(PolicyIntake intake, PolicyRows rows, Clock clock) {
        this.intake = intake;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    @Transactional
    @PreAuthorize(Roles.HAS_POLICY_AUTHOR)
    public Outcome take(String folder, Map<String, byte[]> files) {
        return switch (PolicyFiles.read(folder, files)) {
            case PolicyFiles.Result.Refused(var problems) -> new Outcome.Refused(problems);
            case PolicyFiles.Result.Read(var read) -> outcome(read, intake.take(folder, files));
        };
    }

    private Outcome outcome(PolicyFolder folder, Intake taken) {
        var number = folder.description().version();
        return switch (taken) {
            case Intake.Unchanged _ -> new Outcome.Unchanged(number);
            case Intake.Taken(var id, var stage) ->
                stage == PolicyState.DRAFT ? draft(folder, id) : new Outcome.NewPolicy(number);
            case Intake.Altered _ ->
                new Outcome.Refused(List.of(new FileProblem(
                        "policy.yaml",
                        1,
                        "version %s was taken before with other content, and stays as it is".formatted(number),
                        "give the files a new version number and an entry in changes.yaml")));
            case Intake.PrefixTaken taking -> new Outcome.PrefixTaken(taking.prefix(), taking.owner());
            case Intake.Refused(var problems) -> new Outcome.Refused(problems);
        };
    }

    private Outcome draft(PolicyFolder folder, PolicyVersionId id) {
        var base = base(folder);
        return new Outcome.Draft(
                id.value(),
                folder.description().version(),
                base.map(found -> found.description().version()).orElse(""),
                base.map(found -> ChangesFound.between(found, folder).changed().stream()
                                .map(ClauseDifference::clauseId)
                                .toList())
                        .orElse(List.of()));
    }

    /** The version before it by its own account; else the one in force. */
    private Optional<PolicyFolder> base(PolicyFolder folder) {
        var slug = folder.description().slug();
        var jurisdiction = folder.description().jurisdiction();
        return folder.before()
                .flatMap(entry -> rows.find(slug, jurisdiction, entry.version().toString()))
                .or(() -> rows.inForce(slug, jurisdiction, clock.instant()).map(PolicyRows.Decided::id))
                .flatMap(id -> read(slug, rows.documents(id)));
    }

    private static Optional<PolicyFolder> read(String slug, Map<String, String> documents) {
        var files = new TreeMap<String, byte[]>();
        documents.forEach((name, source) -> files.put(name, source.getBytes(StandardCharsets.UTF_8)));
        return PolicyFiles.read(slug, files) instanceof PolicyFiles.Result.Read(var folder)
                ? Optional.of(folder)
                : Optional.empty();
    }
}
