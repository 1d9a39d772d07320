package org.conjoint.audit;

import static org.conjoint.jooq.audit.Tables.ENTRY;
import static org.conjoint.jooq.audit.Tables.HEAD;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** All SQL of the audit trail. */
@Repository
class AuditChains {

    /** The chain in which the opening of every other chain is recorded. */
    static final String REGISTER = "chains";

    static final String OPENED = "chain.opened";

    private final DSLContext db;

    AuditChains(DSLContext db) {
        this.db = db;
    }

    record Head(String chain, long position, String hash) {}

    void append(AuditEvent event, Instant at) {
        if (event.actor().equals(REGISTER)) {
            throw new IllegalArgumentException("The chain “%s” is kept by the trail itself".formatted(REGISTER));
        }
        var head = lock(event.actor()).orElseGet(() -> openedHead(event.actor(), at));
        append(head, event.action(), event.subject(), Details.json(event.details()), at);
    }

    void open(String chain, Instant at) {
        if (head(chain).isEmpty()) {
            openedHead(chain, at);
        }
    }

    /** Opens a chain under the lock of the register, unless another transaction has just done so. */
    private Head openedHead(String chain, Instant at) {
        var register = lock(REGISTER).orElseGet(this::openedRegister);
        var opened = lock(chain);
        if (opened.isPresent()) {
            return opened.get();
        }
        append(register, OPENED, chain, "{}", at);
        return insertHead(chain);
    }

    private Head openedRegister() {
        try {
            db.insertInto(HEAD)
                    .set(HEAD.CHAIN, REGISTER)
                    .set(HEAD.POSITION, 0L)
                    .set(HEAD.HASH, HashedEntry.ORIGIN)
                    .onConflictDoNothing()
                    .execute();
        } catch (DuplicateKeyException madeMeanwhile) {
            // H2 merges instead, and two merges at once may both try to insert.
        }
        return lock(REGISTER).orElseThrow();
    }

    private Head insertHead(String chain) {
        db.insertInto(HEAD)
                .set(HEAD.CHAIN, chain)
                .set(HEAD.POSITION, 0L)
                .set(HEAD.HASH, HashedEntry.ORIGIN)
                .execute();
        return new Head(chain, 0, HashedEntry.ORIGIN);
    }

    private Optional<Head> lock(String chain) {
        return db.select(HEAD.CHAIN, HEAD.POSITION, HEAD.HASH)
                .from(HEAD)
                .where(HEAD.CHAIN.eq(chain))
                .forUpdate()
                .fetchOptional(mapping(Head::new));
    }

    private void append(Head head, String action, String subject, String details, Instant at) {
        var entry = HashedEntry.of(head.chain(), head.position() + 1, at, action, subject, details, head.hash());
        // formatter:off
        db.insertInto(ENTRY,
                ENTRY.CHAIN, ENTRY.POSITION, ENTRY.RECORDED_AT, ENTRY.ACTION,
                ENTRY.SUBJECT, ENTRY.DETAILS, ENTRY.PREVIOUS_HASH, ENTRY.HASH)
            .values(
                entry.chain(), entry.position(), entry.recordedAt(), entry.action(),
                entry.subject(), entry.details(), entry.previousHash(), entry.hash())
            .execute();
        // formatter:on
        db.update(HEAD)
                .set(HEAD.POSITION, entry.position())
                .set(HEAD.HASH, entry.hash())
                .where(HEAD.CHAIN.eq(entry.chain()))
                .execute();
    }

    Optional<Head> head(String chain) {
        return db.select(HEAD.CHAIN, HEAD.POSITION, HEAD.HASH)
                .from(HEAD)
                .where(HEAD.CHAIN.eq(chain))
                .fetchOptional(mapping(Head::new));
    }

    /** The first chain after another in the database's order, whether it has entries, an end, or both. */
    @Nullable String chainAfter(String chain) {
        var first = db.select(min(ENTRY.CHAIN).as("chain")).from(ENTRY).where(ENTRY.CHAIN.gt(chain));
        var second = db.select(min(HEAD.CHAIN).as("chain")).from(HEAD).where(HEAD.CHAIN.gt(chain));
        var both = first.unionAll(second).asTable("both");
        return db.select(min(both.field("chain", String.class)))
                .from(both)
                .fetchSingle()
                .value1();
    }

    List<HashedEntry> page(String chain, long after, int limit) {
        // formatter:off
        return db
            .select(ENTRY.CHAIN, ENTRY.POSITION, ENTRY.RECORDED_AT, ENTRY.ACTION,
                    ENTRY.SUBJECT, ENTRY.DETAILS, ENTRY.PREVIOUS_HASH, ENTRY.HASH)
            .from(ENTRY)
            .where(ENTRY.CHAIN.eq(chain), ENTRY.POSITION.gt(after))
            .orderBy(ENTRY.POSITION)
            .limit(limit)
            .fetch(mapping(HashedEntry::new));
        // formatter:on
    }

    /** Where in a chain the entry with a hash stands. */
    Optional<Long> positionOf(String chain, String hash) {
        return db.select(max(ENTRY.POSITION))
                .from(ENTRY)
                .where(ENTRY.CHAIN.eq(chain), ENTRY.HASH.eq(hash))
                .fetchOptional(mapping(p -> p));
    }

    boolean isOpened(String chain) {
        return db.fetchExists(ENTRY, ENTRY.CHAIN.eq(REGISTER), ENTRY.ACTION.eq(OPENED), ENTRY.SUBJECT.eq(chain));
    }
}
