package org.conjoint.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conjoint.moderation.Verdict;
import org.conjoint.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/** Counts for the manifest; one bit a post, one entry a rater and a wording. */
final class ExportTally {
    private final BitSet posts = new BitSet();
    private final Set<Long> raters = new HashSet<>();
    private final SortedMap<String, Long> compositions = new TreeMap<>();
    private final Map<VerdictRow.Policy, Long> wordings = new LinkedHashMap<>();
    private final SortedMap<String, Long> splits = new TreeMap<>();
    private final ExportSplit split;
    private long verdicts;

    ExportTally(ExportSplit split) {
        this.split = split;
    }

    void add(Verdict verdict, String side, PolicyVersion policy) {
        splits.merge(side, 1L, Long::sum);
        verdicts++;
        posts.set(Math.toIntExact(verdict.post().value()));
        raters.add(verdict.rater().value());
        compositions.merge(verdict.composition().code(), 1L, Long::sum);
        wordings.merge(
                new VerdictRow.Policy(
                        policy.slug(), policy.number(), policy.jurisdiction(), verdict.locale(), policy.textHash()),
                1L,
                Long::sum);
    }

    ExportManifest manifest(Instant at, @Nullable String queue, List<ExportManifest.File> files) {
        var texts = new ArrayList<ExportManifest.Wording>();
        wordings.forEach((policy, count) -> texts.add(new ExportManifest.Wording(
                policy.slug(), policy.version(), policy.jurisdiction(), policy.locale(), policy.textSha256(), count)));
        return new ExportManifest(
                VerdictExport.FORMAT,
                at,
                queue,
                verdicts,
                posts.cardinality(),
                raters.size(),
                compositions,
                split,
                splits,
                texts,
                List.copyOf(files));
    }
}
