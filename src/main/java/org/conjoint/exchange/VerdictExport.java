package org.conjoint.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.function.LongConsumer;
import org.conjoint.access.Pseudonyms;
import org.conjoint.access.Roles;
import org.conjoint.content.Posts;
import org.conjoint.content.Twins;
import org.conjoint.moderation.VerdictArchive;
import org.conjoint.moderation.VerdictFilter;
import org.conjoint.moderation.VerdictId;
import org.conjoint.policy.Policies;
import org.conjoint.work.Queues;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes standing verdicts as JSON lines, one a verdict, their evidence as annotations and the contrast sets beside them, and a manifest. It
 * reads in pages and keeps no page, so memory does not grow with the number of verdicts.
 */
@Service
@PreAuthorize(Roles.HAS_DATA_ACCESS)
public class VerdictExport {

    /** The format's name and version, as the manifest says it. */
    public static final String FORMAT = "conjoint-verdicts/1";

    static final String ROWS = "verdicts.jsonl";
    static final String ANNOTATIONS = "annotations.jsonl";
    static final String CONTRASTS = "contrast.jsonl";
    static final String MANIFEST = "manifest.json";

    private static final int PAGE = 500;
    private static final int TWINS = 100;

    private final VerdictArchive archive;
    private final Posts posts;
    private final Policies policies;
    private final Queues queues;
    private final Pseudonyms pseudonyms;
    private final Twins twins;
    private final ExportSplit split;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    VerdictExport(
            VerdictArchive archive,
            Posts posts,
            Policies policies,
            Queues queues,
            Pseudonyms pseudonyms,
            Twins twins,
            ExchangeSettings settings,
            Clock clock) {
        this.archive = archive;
        this.posts = posts;
        this.policies = policies;
        this.queues = queues;
        this.pseudonyms = pseudonyms;
        this.twins = twins;
        this.split = settings.split();
        this.clock = clock;
    }

    /**
     * Writes an export into a folder that appears whole at the end.
     *
     * @param folder does not exist yet, or is empty
     * @param progress told how many verdicts are written, after each page
     * @throws IllegalArgumentException when the folder is taken, or there is no such queue
     * @throws IOException when it cannot be written; nothing is left behind
     */
    public ExportResult write(Path folder, ExportFilter filter, LongConsumer progress) throws IOException {
        var verdicts = verdictFilter(filter);
        var tally = new ExportTally(split);
        try (var place = new ExportFolder(folder)) {
            var files = new ArrayList<ExportManifest.File>();
            try (var rows = place.open(ROWS);
                    var annotations = place.open(ANNOTATIONS);
                    var contrasts = place.open(CONTRASTS)) {
                rows(rows, annotations, verdicts, tally, progress);
                contrasts(contrasts, verdicts);
                files.add(rows.finish());
                files.add(annotations.finish());
                files.add(contrasts.finish());
            }
            var manifest = tally.manifest(clock.instant(), filter.queue(), files);
            try (var out = place.open(MANIFEST)) {
                out.row(json.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(manifest));
                out.finish();
            }
            place.finish();
            return new ExportResult(folder.toAbsolutePath().normalize().toString(), manifest.verdicts(), manifest);
        }
    }

    /** How many verdicts an export would hold now. */
    public long count(ExportFilter filter) {
        return archive.count(verdictFilter(filter));
    }

    private VerdictFilter verdictFilter(ExportFilter filter) {
        var name = filter.queue();
        if (name == null) {
            return VerdictFilter.ALL;
        }
        var queue = queues.findByName(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no queue “%s”".formatted(name)));
        return new VerdictFilter(queue.id());
    }

    private void rows(
            ExportFile rows, ExportFile annotations, VerdictFilter filter, ExportTally tally, LongConsumer progress)
            throws IOException {
        var exported = new VerdictRows(posts, twins, policies, queues, pseudonyms, split);
        @Nullable VerdictId after = null;
        while (true) {
            var page = archive.page(filter, after, PAGE);
            if (page.isEmpty()) {
                return;
            }
            var all = exported.of(page);
            for (var one : all) {
                rows.row(json.writeValueAsBytes(one.row()));
                for (var annotation : one.annotations()) {
                    annotations.row(json.writeValueAsBytes(annotation));
                }
            }
            for (var i = 0; i < page.size(); i++) {
                tally.add(page.get(i), all.get(i).row().split(), exported.wording(page.get(i)));
            }
            after = page.getLast().id();
            progress.accept(rows.rows());
        }
    }

    private void contrasts(ExportFile contrasts, VerdictFilter filter) throws IOException {
        var pairs = new ContrastRows(posts, twins, archive, filter, split);
        var page = twins.page(null, TWINS);
        while (!page.isEmpty()) {
            for (var row : pairs.of(page)) {
                contrasts.row(json.writeValueAsBytes(row));
            }
            page = twins.page(page.getLast().post(), TWINS);
        }
    }
}
