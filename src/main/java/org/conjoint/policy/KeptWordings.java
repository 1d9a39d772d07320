package org.conjoint.policy;

import java.util.Map;
import java.util.TreeMap;
import org.conjoint.access.Roles;
import org.conjoint.policy.files.PolicyText.Passage;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proves wordings by the files from which they were taken, instead of by what was noted of them at the time. */
@Service
@Transactional(readOnly = true)
@PreAuthorize(Roles.SIGNED_IN)
public class KeptWordings {

    private final PolicyRows rows;

    KeptWordings(PolicyRows rows) {
        this.rows = rows;
    }

    /**
     * SHA-256, in hex, of the clauses of a version in its locale, by their stable ids: computed anew from the kept files.
     * A clause that reads otherwise there than in the version is absent.
     */
    public Map<String, String> hashes(PolicyVersion version) {
        var proven = new TreeMap<String, String>();
        Readings.folder(version.slug(), rows.documents(version.id()))
                .inJurisdiction(version.jurisdiction())
                .texts()
                .stream()
                .filter(text -> text.locale().equals(version.locale()))
                .flatMap(text -> text.clauses().stream())
                .filter(passage -> version.clause(passage.id())
                        .filter(clause -> reads(clause, passage))
                        .isPresent())
                .forEach(passage -> proven.put(passage.id(), passage.hash()));
        return proven;
    }

    private static boolean reads(Clause clause, Passage passage) {
        return clause.title().equals(passage.title())
                && clause.test().equals(passage.test())
                && clause.textMarkdown().equals(passage.markdown());
    }
}
