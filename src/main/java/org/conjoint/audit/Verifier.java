package org.conjoint.audit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over all chains. Holds a page of entries and the findings, never a whole chain. */
final class Verifier {

    private static final int PAGE = 500;
    private static final int MOST_FINDINGS = 1000;

    private final AuditChains chains;
    private final List<AuditFinding> findings = new ArrayList<>();
    private final java.security.MessageDigest seal = HashedEntry.sha256();
    private long chainCount;
    private long entryCount;
    private boolean cutShort;
    private boolean lastWasMoved;

    Verifier(AuditChains chains) {
        this.chains = chains;
    }

    AuditReport run() {
        for (var chain = chains.chainAfter(""); chain != null; chain = chains.chainAfter(chain)) {
            chainCount++;
            if (!chain.equals(AuditChains.REGISTER) && !chains.isOpened(chain)) {
                found(new AuditFinding.UnknownChain(chain));
            }
            verify(chain);
        }
        return new AuditReport(chainCount, entryCount, HexFormat.of().formatHex(seal.digest()), findings, cutShort);
    }

    private void verify(String chain) {
        lastWasMoved = false;
        HashedEntry last = null;
        while (true) {
            // The end is read before the page, so entries recorded meanwhile are seen by the next round.
            var head = chains.head(chain);
            var page = chains.page(chain, last == null ? 0 : last.position(), PAGE);
            if (page.isEmpty()) {
                verifyEnd(chain, last, head.orElse(null));
                return;
            }
            for (var entry : page) {
                verify(entry, last);
                last = entry;
                entryCount++;
            }
        }
    }

    private void verify(HashedEntry entry, @Nullable HashedEntry before) {
        var expected = before == null ? 1 : before.position() + 1;
        if (entry.position() > expected) {
            found(new AuditFinding.Removed(entry.chain(), expected, entry.position() - 1));
        }
        var followsMoved = lastWasMoved;
        lastWasMoved = false;
        if (!entry.whole()) {
            var recordedAt = recordedAt(entry);
            lastWasMoved = recordedAt != null;
            found(
                    recordedAt == null
                            ? new AuditFinding.Changed(entry.chain(), entry.position())
                            : new AuditFinding.Moved(entry.chain(), entry.position(), recordedAt));
        } else if (entry.position() == expected
                && !followsMoved
                && !entry.previousHash().equals(hashOf(before))) {
            found(new AuditFinding.Unlinked(entry.chain(), entry.position()));
        }
        if (entry.chain().equals(AuditChains.REGISTER)
                && entry.action().equals(AuditChains.OPENED)
                && chains.head(entry.subject()).isEmpty()
                && chains.page(entry.subject(), 0, 1).isEmpty()) {
            found(new AuditFinding.ChainRemoved(entry.subject()));
        }
    }

    /** The position at which a moved entry was recorded: beside where it stands, or after the entry it names. */
    private @Nullable Long recordedAt(HashedEntry entry) {
        if (entry.previousHash().equals(HashedEntry.ORIGIN) && entry.wholeAt(1)) {
            return 1L;
        }
        for (var position : new long[] {entry.position() - 1, entry.position() + 1}) {
            if (entry.wholeAt(position)) {
                return position;
            }
        }
        return chains.positionOf(entry.chain(), entry.previousHash())
                .map(p -> p + 1)
                .filter(entry::wholeAt)
                .orElse(null);
    }

    private void verifyEnd(String chain, @Nullable HashedEntry last, AuditChains.@Nullable Head head) {
        var position = last == null ? 0 : last.position();
        if (head == null) {
            found(new AuditFinding.HeadRemoved(chain));
            return;
        }
        HashedEntry.field(seal, chain);
        HashedEntry.field(seal, Long.toString(head.position()));
        HashedEntry.field(seal, head.hash());
        if (head.position() > position) {
            found(new AuditFinding.Removed(chain, position + 1, head.position()));
        } else if (head.position() < position) {
            found(new AuditFinding.Added(chain, head.position() + 1, position));
        } else if (!head.hash().equals(hashOf(last))) {
            found(new AuditFinding.HeadChanged(chain, position));
        }
    }

    private static String hashOf(@Nullable HashedEntry entry) {
        return entry == null ? HashedEntry.ORIGIN : entry.hash();
    }

    private void found(AuditFinding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        } else {
            cutShort = true;
        }
    }
}
