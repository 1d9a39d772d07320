package org.conjoint.policy;

import static org.conjoint.jooq.policy.Tables.CLAUSE;
import static org.conjoint.jooq.policy.Tables.CLAUSE_TEXT;
import static org.conjoint.jooq.policy.Tables.CLAUSE_VERSION;
import static org.conjoint.jooq.policy.Tables.DOCUMENT;
import static org.conjoint.jooq.policy.Tables.EXEMPTION_TEXT;
import static org.conjoint.jooq.policy.Tables.IN_FORCE;
import static org.conjoint.jooq.policy.Tables.SERIES;
import static org.conjoint.jooq.policy.Tables.VERSION;
import static org.conjoint.jooq.policy.Tables.VERSION_CLAUSE;
import static org.conjoint.jooq.policy.Tables.VERSION_LOCALE;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conjoint.policy.StoredVersion.StoredClause;
import org.conjoint.policy.StoredVersion.StoredClauseText;
import org.conjoint.policy.StoredVersion.StoredExemption;
import org.conjoint.policy.StoredVersion.StoredLocale;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The SQL that reads policies. */
@Repository
class PolicyRows {

    private static final Field<List<StoredLocale>> LOCALES = multiset(select(
                            VERSION_LOCALE.LOCALE,
                            VERSION_LOCALE.TITLE,
                            VERSION_LOCALE.TEXT_HASH,
                            VERSION_LOCALE.BODY_HASH,
                            VERSION_LOCALE.SOURCE_HASH)
                    .from(VERSION_LOCALE)
                    .where(VERSION_LOCALE.VERSION_ID.eq(VERSION.ID))
                    .orderBy(VERSION_LOCALE.SOURCE_HASH.isNotNull(), VERSION_LOCALE.LOCALE))
            .as("locales")
            .convertFrom(rows -> rows.map(Records.mapping(StoredLocale::new)));

    private static final Field<List<StoredClauseText>> TEXTS = multiset(select(
                            CLAUSE_TEXT.LOCALE,
                            CLAUSE_TEXT.TITLE,
                            CLAUSE_TEXT.TEST,
                            CLAUSE_TEXT.MARKDOWN,
                            CLAUSE_TEXT.TEXT_HASH)
                    .from(CLAUSE_TEXT)
                    .where(CLAUSE_TEXT.VERSION_ID.eq(VERSION_CLAUSE.VERSION_ID))
                    .and(CLAUSE_TEXT.CLAUSE_VERSION_ID.eq(VERSION_CLAUSE.CLAUSE_VERSION_ID))
                    .orderBy(CLAUSE_TEXT.LOCALE))
            .convertFrom(rows -> rows.map(Records.mapping(StoredClauseText::new)));

    private static final Field<List<StoredClause>> CLAUSES = multiset(select(
                            CLAUSE_VERSION.ID.convertFrom(ClauseVersionId::new),
                            CLAUSE.CODE,
                            CLAUSE_VERSION.SEVERITY.convertFrom(ClauseSeverity::of),
                            CLAUSE_VERSION.CONTEXT_CAN_DEFUSE,
                            TEXTS)
                    .from(VERSION_CLAUSE)
                    .join(CLAUSE_VERSION)
                    .on(CLAUSE_VERSION.ID.eq(VERSION_CLAUSE.CLAUSE_VERSION_ID))
                    .join(CLAUSE)
                    .on(CLAUSE.ID.eq(CLAUSE_VERSION.CLAUSE_ID))
                    .where(VERSION_CLAUSE.VERSION_ID.eq(VERSION.ID))
                    .orderBy(VERSION_CLAUSE.POSITION))
            .as("clauses")
            .convertFrom(rows -> rows.map(Records.mapping(StoredClause::new)));

    private static final Field<List<StoredExemption>> EXEMPTIONS = multiset(select(
                            EXEMPTION_TEXT.CODE,
                            EXEMPTION_TEXT.LOCALE,
                            EXEMPTION_TEXT.TITLE,
                            EXEMPTION_TEXT.MARKDOWN,
                            EXEMPTION_TEXT.TEXT_HASH,
                            EXEMPTION_TEXT.CLAUSES.convertFrom(ids -> List.of(ids.split(" "))))
                    .from(EXEMPTION_TEXT)
                    .where(EXEMPTION_TEXT.VERSION_ID.eq(VERSION.ID))
                    .orderBy(EXEMPTION_TEXT.POSITION))
            .as("exemptions")
            .convertFrom(rows -> rows.map(Records.mapping(StoredExemption::new)));

    private static final Field<List<Turn>> TIMELINE = multiset(
                    select(IN_FORCE.STARTS_AT, IN_FORCE.ENDS_AT, IN_FORCE.VERSION_ID)
                            .from(IN_FORCE)
                            .where(IN_FORCE.SERIES_ID.eq(VERSION.SERIES_ID))
                            .and(IN_FORCE.JURISDICTION.eq(VERSION.JURISDICTION))
                            .orderBy(IN_FORCE.STARTS_AT))
            .as("timeline")
            .convertFrom(rows -> rows.map(row -> new Turn(row.value1(), row.value2(), id(row.value3()))));

    /** A version with the decision of people on it. */
    record Decided(PolicyVersionId id, PolicyState stage) {}

    /** A version with the decision of people on it and the turns of its policy in its jurisdiction. */
    record Standing(Decided version, Timeline timeline) {
        PolicyState state(Instant at) {
            return timeline.state(version.id(), version.stage(), at);
        }
    }

    private final DSLContext db;

    PolicyRows(DSLContext db) {
        this.db = db;
    }

    /** A version with everything that its locales say of its clauses, in one statement. */
    Optional<StoredVersion> load(PolicyVersionId id) {
        // formatter:off
        return db
            .select(VERSION.ID.convertFrom(PolicyVersionId::new), SERIES.SLUG, VERSION.NUMBER, VERSION.JURISDICTION,
                    VERSION.CANONICAL_LOCALE, VERSION.CONTENT_HASH, VERSION.EFFECTIVE_FROM, VERSION.PENALTY_FROM,
                    LOCALES, CLAUSES, EXEMPTIONS)
            .from(VERSION)
            .join(SERIES).on(SERIES.ID.eq(VERSION.SERIES_ID))
            .where(VERSION.ID.eq(id.value()))
            .fetchOptional(Records.mapping(StoredVersion::new));
        // formatter:on
    }

    /**
     * The version in force at an instant, with the decision of people on it; where a jurisdiction has none of its own, the
     * one that holds everywhere.
     */
    Optional<Decided> inForce(String slug, String jurisdiction, Instant at) {
        // formatter:off
        return db
            .select(VERSION.ID, VERSION.STAGE)
            .from(IN_FORCE)
            .join(SERIES).on(SERIES.ID.eq(IN_FORCE.SERIES_ID))
            .join(VERSION).on(VERSION.ID.eq(IN_FORCE.VERSION_ID))
            .where(SERIES.SLUG.eq(slug))
            .and(IN_FORCE.JURISDICTION.in(jurisdiction, Policies.GLOBAL))
            .and(IN_FORCE.STARTS_AT.le(at))
            .and(IN_FORCE.ENDS_AT.gt(at))
            .orderBy(when(IN_FORCE.JURISDICTION.eq(jurisdiction), 0).otherwise(1))
            .limit(1)
            .fetchOptional(row -> new Decided(new PolicyVersionId(row.value1()), PolicyState.of(row.value2())));
        // formatter:on
    }

    Optional<PolicyVersionId> find(String slug, String jurisdiction, String number) {
        // formatter:off
        return db
            .select(VERSION.ID)
            .from(VERSION)
            .join(SERIES).on(SERIES.ID.eq(VERSION.SERIES_ID))
            .where(SERIES.SLUG.eq(slug), VERSION.JURISDICTION.eq(jurisdiction), VERSION.NUMBER.eq(number))
            .fetchOptional(VERSION.ID)
            .map(PolicyVersionId::new);
        // formatter:on
    }

    /** Where a version stands. */
    Optional<Standing> standing(PolicyVersionId id) {
        return db.select(VERSION.ID, VERSION.STAGE, TIMELINE)
                .from(VERSION)
                .where(VERSION.ID.eq(id.value()))
                .fetchOptional(PolicyRows::standing);
    }

    /** Where each version of a policy stands, or of all when the slug is absent; the earliest first. */
    List<Standing> standings(@Nullable String slug) {
        // formatter:off
        return db
            .select(VERSION.ID, VERSION.STAGE, TIMELINE)
            .from(VERSION)
            .join(SERIES).on(SERIES.ID.eq(VERSION.SERIES_ID))
            .where(slug == null ? noCondition() : SERIES.SLUG.eq(slug))
            .orderBy(SERIES.SLUG, VERSION.JURISDICTION, VERSION.EFFECTIVE_FROM, VERSION.ID)
            .fetch(PolicyRows::standing);
        // formatter:on
    }

    /** The files of a version as they were written, by name. */
    Map<String, String> documents(PolicyVersionId id) {
        return db.select(DOCUMENT.NAME, DOCUMENT.SOURCE)
                .from(DOCUMENT)
                .where(DOCUMENT.VERSION_ID.eq(id.value()))
                .fetchMap(DOCUMENT.NAME, DOCUMENT.SOURCE);
    }

    private static Standing standing(Record3<Long, String, List<Turn>> row) {
        return new Standing(
                new Decided(new PolicyVersionId(row.value1()), PolicyState.of(row.value2())),
                new Timeline(row.value3()));
    }

    private static @Nullable PolicyVersionId id(@Nullable Long value) {
        return value == null ? null : new PolicyVersionId(value);
    }
}
