package org.conjoint.audit;

import static org.conjoint.jooq.audit.Tables.ENTRY;
import static org.conjoint.jooq.audit.Tables.HEAD;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.UpdateConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** All SQL of the audit trail. */
@Repository
class AuditChains {

    /** The chain in which the opening of every other chain is recorded. */
    static final String REGISTER = "chains";

    static final String OPENED = "chain.opened";

    private static final List<Field<?>> ENTRY_FIELDS = List.of(
            ENTRY.CHAIN,
            ENTRY.POSITION,
            ENTRY.RECORDED_AT,
            ENTRY.ACTION,
            ENTRY.SUBJECT,
            ENTRY.DETAILS,
            ENTRY.PREVIOUS_HASH,
            ENTRY.HASH);

    private final DSLContext db;

    /**
     * Where chains seem to end, by what this process appended, be it committed or not. An entry is appended there when
     * the chain does end there, which the database decides; else its end is read under a lock.
     */
    private final Map<String, Head> lastSeen = new ConcurrentHashMap<>();

    AuditChains(DSLContext db) {
        this.db = db;
    }

    record Head(String chain, long position, String hash) {}

    void append(AuditEvent event, Instant at) {
        if (event.actor().equals(REGISTER)) {
            throw new IllegalArgumentException("The chain “%s” is kept by the trail itself".formatted(REGISTER));
        }
        var details = Details.json(event.details());
        var last = lastSeen.get(event.actor());
        if (last != null && append(last, event.action(), event.subject(), details, at)) {
            return;
        }
        var head = lock(event.actor()).orElseGet(() -> openedHead(event.actor(), at));
        if (!append(head, event.action(), event.subject(), details, at)) {
            throw new IllegalStateException("The end of the chain “%s” moved under its lock".formatted(head.chain()));
        }
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
        if (!append(register, OPENED, chain, "{}", at)) {
            throw new IllegalStateException("The end of the register of chains moved under its lock");
        }
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

    /** Appends after a head, when the chain still ends there. */
    private boolean append(Head head, String action, String subject, String details, Instant at) {
        var entry = HashedEntry.of(head.chain(), head.position() + 1, at, action, subject, details, head.hash());
        var done = db.dialect().family() == SQLDialect.POSTGRES ? appendAtOnce(entry) : appendInTwo(entry);
        if (done) {
            lastSeen.put(entry.chain(), new Head(entry.chain(), entry.position(), entry.hash()));
        } else {
            lastSeen.remove(entry.chain());
        }
        return done;
    }

    private boolean appendAtOnce(HashedEntry entry) {
        // formatter:off
        var advanced = name("advanced").as(advance(entry).returning(HEAD.CHAIN));
        return db
            .with(advanced)
            .insertInto(ENTRY, ENTRY_FIELDS)
            .select(select(
                    val(entry.chain()), val(entry.position()), val(entry.recordedAt()), val(entry.action()),
                    val(entry.subject()), val(entry.details()), val(entry.previousHash()), val(entry.hash()))
                .from(advanced))
            .execute() == 1;
        // formatter:on
    }

    private boolean appendInTwo(HashedEntry entry) {
        if (advance(entry).execute() == 0) {
            return false;
        }
        db.insertInto(ENTRY, ENTRY_FIELDS)
                .values(
                        entry.chain(),
                        entry.position(),
                        entry.recordedAt(),
                        entry.action(),
                        entry.subject(),
                        entry.details(),
                        entry.previousHash(),
                        entry.hash())
                .execute();
        return true;
    }

    private UpdateConditionStep<?> advance(HashedEntry entry) {
        return db.update(HEAD)
                .set(HEAD.POSITION, entry.position())
                .set(HEAD.HASH, entry.hash())
                .where(
                        HEAD.CHAIN.eq(entry.chain()),
                        HEAD.POSITION.eq(entry.position() - 1),
                        HEAD.HASH.eq(entry.previousHash()));
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
