package org.conjoint.audit;

/** What is wrong with the trail, and where. Positions count from 1 within a chain. */
public sealed interface AuditFinding {

    /** The chain that it is about. */
    String chain();

    /** One sentence for people. */
    String message();

    /** An entry no longer has the hash of what it says. */
    record Changed(String chain, long position) implements AuditFinding {
        @Override
        public String message() {
            return "Entry %d of chain %s was changed after it was recorded.".formatted(position, chain);
        }
    }

    /** An entry is whole, but was recorded at another position of its chain. */
    record Moved(String chain, long position, long recordedAt) implements AuditFinding {
        @Override
        public String message() {
            return "Entry %d of chain %s was recorded as entry %d.".formatted(position, chain, recordedAt);
        }
    }

    /** An entry is whole, but does not follow from the one before it: one of the two was replaced. */
    record Unlinked(String chain, long position) implements AuditFinding {
        @Override
        public String message() {
            return "Entry %d of chain %s does not follow from entry %d: one of them was replaced."
                    .formatted(position, chain, position - 1);
        }
    }

    /** Entries are missing, {@code first} to {@code last} inclusive. */
    record Removed(String chain, long first, long last) implements AuditFinding {
        @Override
        public String message() {
            return first == last
                    ? "Entry %d of chain %s was removed.".formatted(first, chain)
                    : "Entries %d to %d of chain %s were removed.".formatted(first, last, chain);
        }
    }

    /** There are entries, {@code first} to {@code last}, past the recorded end of the chain. */
    record Added(String chain, long first, long last) implements AuditFinding {
        @Override
        public String message() {
            return "Entries %d to %d of chain %s stand past its recorded end.".formatted(first, last, chain);
        }
    }

    /** The recorded end of the chain has the position of the last entry, but another hash. */
    record HeadChanged(String chain, long position) implements AuditFinding {
        @Override
        public String message() {
            return "The end of chain %s, entry %d, does not have the recorded hash.".formatted(chain, position);
        }
    }

    /** A chain has entries, but its recorded end is missing. */
    record HeadRemoved(String chain) implements AuditFinding {
        @Override
        public String message() {
            return "The recorded end of chain %s was removed.".formatted(chain);
        }
    }

    /** A chain that was opened is gone, entries and end. */
    record ChainRemoved(String chain) implements AuditFinding {
        @Override
        public String message() {
            return "Chain %s was opened, and is gone with all its entries.".formatted(chain);
        }
    }

    /** A chain exists whose opening was never recorded. */
    record UnknownChain(String chain) implements AuditFinding {
        @Override
        public String message() {
            return "Chain %s exists, but its opening was never recorded.".formatted(chain);
        }
    }
}
