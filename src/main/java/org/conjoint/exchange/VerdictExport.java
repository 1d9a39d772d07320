package org.conjoint.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.conjoint.access.Pseudonyms;
import org.conjoint.access.Roles;
import org.conjoint.content.Posts;
import org.conjoint.moderation.Verdict;
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
 * Writes standing verdicts as JSON lines, one a verdict, with a manifest. It reads in pages and keeps no page, so memory
 * does not grow with the number of verdicts.
 */
@Service
@PreAuthorize(Roles.HAS_DATA_ACCESS)
public class VerdictExport {

    /** The format's name and version, as the manifest says it. */
    public static final String FORMAT = "conjoint-verdicts/1";

    static final String ROWS = "verdicts.jsonl";
    static final String MANIFEST = "manifest.json";

    private static final int PAGE = 500;

    private final VerdictArchive archive;
    private final Posts posts;
    private final Policies policies;
    private final Queues queues;
    private final Pseudonyms pseudonyms;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    VerdictExport(
            VerdictArchive archive, Posts posts, Policies policies, Queues queues, Pseudonyms pseudonyms, Clock clock) {
        this.archive = archive;
        this.posts = posts;
        this.policies = policies;
        this.queues = queues;
        this.pseudonyms = pseudonyms;
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
        var tally = new Tally();
        try (var place = new ExportFolder(folder)) {
            var rows = place.write(ROWS, out -> rows(out, verdicts, tally, progress));
            var manifest = tally.manifest(clock.instant(), filter.queue(), rows);
            place.write(MANIFEST, out -> manifest(out, manifest));
            place.finish();
            return new ExportResult(folder.toAbsolutePath().normalize().toString(), rows.rows(), manifest);
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

    private long rows(OutputStream out, VerdictFilter filter, Tally tally, LongConsumer progress) throws IOException {
        var rows = new VerdictRows(posts, policies, queues, pseudonyms);
        @Nullable VerdictId after = null;
        var written = 0L;
        while (true) {
            var page = archive.page(filter, after, PAGE);
            if (page.isEmpty()) {
                return written;
            }
            for (var row : rows.of(page)) {
                out.write(json.writeValueAsBytes(row));
                out.write('\n');
            }
            page.forEach(verdict -> tally.add(verdict, rows));
            written += page.size();
            after = page.getLast().id();
            progress.accept(written);
        }
    }

    private long manifest(OutputStream out, ExportManifest manifest) throws IOException {
        out.write(json.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(manifest));
        out.write('\n');
        return 1;
    }

    /** Counts for the manifest; one bit a post, one entry a rater and a wording. */
    private static final class Tally {
        private final BitSet posts = new BitSet();
        private final Set<Long> raters = new HashSet<>();
        private final SortedMap<String, Long> compositions = new TreeMap<>();
        private final Map<VerdictRow.Policy, Long> wordings = new LinkedHashMap<>();

        void add(Verdict verdict, VerdictRows rows) {
            posts.set(Math.toIntExact(verdict.post().value()));
            raters.add(verdict.rater().value());
            compositions.merge(verdict.composition().code(), 1L, Long::sum);
            var policy = rows.wording(verdict);
            wordings.merge(
                    new VerdictRow.Policy(
                            policy.slug(), policy.number(), policy.jurisdiction(), verdict.locale(), policy.textHash()),
                    1L,
                    Long::sum);
        }

        ExportManifest manifest(java.time.Instant at, @Nullable String queue, ExportManifest.File rows) {
            var texts = new ArrayList<ExportManifest.Wording>();
            wordings.forEach((policy, count) -> texts.add(new ExportManifest.Wording(
                    policy.slug(),
                    policy.version(),
                    policy.jurisdiction(),
                    policy.locale(),
                    policy.textSha256(),
                    count)));
            return new ExportManifest(
                    FORMAT,
                    at,
                    queue,
                    rows.rows(),
                    posts.cardinality(),
                    raters.size(),
                    compositions,
                    texts,
                    java.util.List.of(rows));
        }
    }
}
