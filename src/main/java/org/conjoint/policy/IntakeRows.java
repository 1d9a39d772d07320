package org.conjoint.policy;

import static org.conjoint.jooq.policy.Tables.CLAUSE;
import static org.conjoint.jooq.policy.Tables.CLAUSE_CHANGE;
import static org.conjoint.jooq.policy.Tables.CLAUSE_TEXT;
import static org.conjoint.jooq.policy.Tables.CLAUSE_VERSION;
import static org.conjoint.jooq.policy.Tables.DOCUMENT;
import static org.conjoint.jooq.policy.Tables.EXAMPLE;
import static org.conjoint.jooq.policy.Tables.EXEMPTION_TEXT;
import static org.conjoint.jooq.policy.Tables.SERIES;
import static org.conjoint.jooq.policy.Tables.VERSION;
import static org.conjoint.jooq.policy.Tables.VERSION_CLAUSE;
import static org.conjoint.jooq.policy.Tables.VERSION_LOCALE;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.conjoint.meaning.Part;
import org.conjoint.policy.files.ExampleEntry;
import org.conjoint.policy.files.PolicyDescription.ClauseEntry;
import org.conjoint.policy.files.PolicyFolder;
import org.conjoint.policy.files.PolicyText;
import org.conjoint.policy.files.VersionEntry;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The SQL that writes a version read from files. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class IntakeRows {

    /** A version that is already there. */
    record Known(PolicyVersionId id, String contentHash) {}

    /** Who stands behind a version, and when it was decided on; the approver is null until there is one. */
    record Decision(
            PolicyState stage, String author, @Nullable String approver, Instant at) {}

    private final DSLContext db;

    IntakeRows(DSLContext db) {
        this.db = db;
    }

    Optional<Known> known(PolicyFolder folder) {
        var description = folder.description();
        // formatter:off
        return db
            .select(VERSION.ID, VERSION.CONTENT_HASH)
            .from(VERSION)
            .join(SERIES).on(SERIES.ID.eq(VERSION.SERIES_ID))
            .where(SERIES.SLUG.eq(description.slug()))
            .and(VERSION.JURISDICTION.eq(description.jurisdiction()))
            .and(VERSION.NUMBER.eq(description.version()))
            .fetchOptional(row -> new Known(new PolicyVersionId(row.value1()), row.value2()));
        // formatter:on
    }

    /** Whether the policy has any version for the folder's jurisdiction. */
    boolean hasVersions(PolicyFolder folder) {
        return db.fetchExists(db.selectOne()
                .from(VERSION)
                .join(SERIES)
                .on(SERIES.ID.eq(VERSION.SERIES_ID))
                .where(SERIES.SLUG.eq(folder.description().slug()))
                .and(VERSION.JURISDICTION.eq(folder.description().jurisdiction())));
    }

    /** The slug of another policy whose ids begin alike. */
    Optional<String> prefixTakenBy(PolicyFolder folder) {
        return db.select(SERIES.SLUG)
                .from(SERIES)
                .where(SERIES.PREFIX.eq(folder.description().prefix()))
                .and(SERIES.SLUG.ne(folder.description().slug()))
                .fetchOptional(SERIES.SLUG);
    }

    /** Writes a version, and one for each jurisdiction that it overlays. */
    PolicyVersionId insert(PolicyFolder folder, Decision decision) {
        var version = insert(folder, decision, null);
        folder.jurisdictions().forEach(code -> insert(folder.inJurisdiction(code), decision, version));
        return version;
    }

    private PolicyVersionId insert(PolicyFolder folder, Decision decision, @Nullable PolicyVersionId overlayOf) {
        var description = folder.description();
        var series = series(folder, decision.at());
        var entry = folder.current();
        var version = db.insertInto(VERSION)
                .set(VERSION.SERIES_ID, series)
                .set(VERSION.JURISDICTION, description.jurisdiction())
                .set(VERSION.NUMBER, description.version())
                .set(VERSION.STAGE, decision.stage().code())
                .set(VERSION.CANONICAL_LOCALE, description.canonicalLocale())
                .set(VERSION.CONTENT_HASH, folder.contentHash())
                .set(VERSION.CONTENT_SCOPE, entry.contentScope().code())
                .set(VERSION.AUTHOR, decision.author())
                .set(VERSION.OVERLAY_OF, overlayOf == null ? null : overlayOf.value())
                .set(
                        VERSION.LEGAL_GROUND,
                        folder.legalGround(description.jurisdiction()).orElse(null))
                .set(VERSION.REASON, entry.reason())
                .set(VERSION.BASED_ON, basedOn(series, folder))
                .set(VERSION.APPROVER, decision.approver())
                .set(VERSION.APPROVED_AT, decision.approver() == null ? null : decision.at())
                .set(VERSION.PUBLISHED_AT, decision.approver() == null ? null : decision.at())
                .set(VERSION.EFFECTIVE_FROM, entry.effectiveFrom())
                .set(VERSION.PENALTY_FROM, entry.penaltyFrom())
                .set(VERSION.RECORDED_AT, decision.at())
                .returningResult(VERSION.ID)
                .fetchSingle()
                .value1();
        folder.documents()
                .forEach((name, document) -> db.insertInto(DOCUMENT)
                        .set(DOCUMENT.VERSION_ID, version)
                        .set(DOCUMENT.NAME, name)
                        .set(DOCUMENT.SOURCE, document.source())
                        .set(DOCUMENT.CANONICAL, document.canonical())
                        .set(DOCUMENT.HASH, document.hash())
                        .execute());
        folder.texts().forEach(text -> locale(version, folder, text));
        var position = 0;
        for (var clause : description.clauses()) {
            clause(version, series, folder, clause, position++, decision.at());
        }
        entry.clauses().forEach(change -> change(version, change));
        position = 0;
        for (var example : folder.examples()) {
            example(version, example, position++);
        }
        return new PolicyVersionId(version);
    }

    /**
     * The version of the entry before the folder's own in changes.yaml, in its jurisdiction or else everywhere; null for a
     * first version.
     */
    private @Nullable Long basedOn(long series, PolicyFolder folder) {
        var jurisdiction = folder.description().jurisdiction();
        return folder.before()
                .map(before -> db.select(VERSION.ID)
                        .from(VERSION)
                        .where(
                                VERSION.SERIES_ID.eq(series),
                                VERSION.JURISDICTION.in(jurisdiction, Policies.GLOBAL),
                                VERSION.NUMBER.eq(before.version().toString()))
                        .orderBy(when(VERSION.JURISDICTION.eq(jurisdiction), 0).otherwise(1))
                        .limit(1)
                        .fetchOne(VERSION.ID))
                .orElse(null);
    }

    private long series(PolicyFolder folder, Instant now) {
        var description = folder.description();
        return db.select(SERIES.ID)
                .from(SERIES)
                .where(SERIES.SLUG.eq(description.slug()))
                .fetchOptional(SERIES.ID)
                .orElseGet(() -> db.insertInto(SERIES)
                        .set(SERIES.SLUG, description.slug())
                        .set(SERIES.PREFIX, description.prefix())
                        .set(SERIES.RECORDED_AT, now)
                        .returningResult(SERIES.ID)
                        .fetchSingle()
                        .value1());
    }

    private void locale(long version, PolicyFolder folder, PolicyText text) {
        db.insertInto(VERSION_LOCALE)
                .set(VERSION_LOCALE.VERSION_ID, version)
                .set(VERSION_LOCALE.LOCALE, text.locale())
                .set(VERSION_LOCALE.TITLE, text.title())
                .set(VERSION_LOCALE.TEXT_HASH, folder.textHash(text.locale()))
                .set(VERSION_LOCALE.BODY_HASH, text.bodyHash())
                .set(VERSION_LOCALE.SOURCE_HASH, text.sourceHash().orElse(null))
                .execute();
        var position = 0;
        for (var exemption : folder.description().exemptions()) {
            var passage = text.exemptions().stream()
                    .filter(candidate -> candidate.id().equals(exemption.id()))
                    .findFirst()
                    .orElseThrow();
            db.insertInto(EXEMPTION_TEXT)
                    .set(EXEMPTION_TEXT.VERSION_ID, version)
                    .set(EXEMPTION_TEXT.CODE, exemption.id())
                    .set(EXEMPTION_TEXT.LOCALE, text.locale())
                    .set(EXEMPTION_TEXT.POSITION, position++)
                    .set(EXEMPTION_TEXT.TITLE, passage.title())
                    .set(EXEMPTION_TEXT.MARKDOWN, passage.markdown())
                    .set(EXEMPTION_TEXT.TEXT_HASH, passage.hash())
                    .set(EXEMPTION_TEXT.CLAUSES, String.join(" ", exemption.clauses()))
                    .execute();
        }
    }

    private void clause(long version, long series, PolicyFolder folder, ClauseEntry clause, int position, Instant now) {
        var clauseId = db.select(CLAUSE.ID)
                .from(CLAUSE)
                .where(CLAUSE.CODE.eq(clause.id()))
                .fetchOptional(CLAUSE.ID)
                .orElseGet(() -> db.insertInto(CLAUSE)
                        .set(CLAUSE.SERIES_ID, series)
                        .set(CLAUSE.CODE, clause.id())
                        .set(CLAUSE.RECORDED_AT, now)
                        .returningResult(CLAUSE.ID)
                        .fetchSingle()
                        .value1());
        var clauseVersion = clauseVersion(clauseId, folder, clause);
        db.insertInto(VERSION_CLAUSE)
                .set(VERSION_CLAUSE.VERSION_ID, version)
                .set(VERSION_CLAUSE.CLAUSE_VERSION_ID, clauseVersion)
                .set(VERSION_CLAUSE.POSITION, position)
                .execute();
        for (var text : folder.texts()) {
            var passage = text.clause(clause.id()).orElseThrow();
            db.insertInto(CLAUSE_TEXT)
                    .set(CLAUSE_TEXT.VERSION_ID, version)
                    .set(CLAUSE_TEXT.CLAUSE_VERSION_ID, clauseVersion)
                    .set(CLAUSE_TEXT.LOCALE, text.locale())
                    .set(CLAUSE_TEXT.TITLE, passage.title())
                    .set(CLAUSE_TEXT.TEST, passage.test())
                    .set(CLAUSE_TEXT.MARKDOWN, passage.markdown())
                    .set(CLAUSE_TEXT.TEXT_HASH, passage.hash())
                    .execute();
        }
    }

    /** The meaning of a clause, shared with earlier versions that mean the same. */
    private long clauseVersion(long clauseId, PolicyFolder folder, ClauseEntry clause) {
        var hash = folder.canonicalText().clause(clause.id()).orElseThrow().hash();
        return db.select(CLAUSE_VERSION.ID)
                .from(CLAUSE_VERSION)
                .where(
                        CLAUSE_VERSION.CLAUSE_ID.eq(clauseId),
                        CLAUSE_VERSION.CANONICAL_HASH.eq(hash),
                        CLAUSE_VERSION.SEVERITY.eq(clause.severity().code()),
                        CLAUSE_VERSION.CONTEXT_CAN_DEFUSE.eq(clause.contextCanDefuse()))
                .fetchOptional(CLAUSE_VERSION.ID)
                .orElseGet(() -> db.insertInto(CLAUSE_VERSION)
                        .set(CLAUSE_VERSION.CLAUSE_ID, clauseId)
                        .set(CLAUSE_VERSION.CANONICAL_HASH, hash)
                        .set(CLAUSE_VERSION.SEVERITY, clause.severity().code())
                        .set(CLAUSE_VERSION.CONTEXT_CAN_DEFUSE, clause.contextCanDefuse())
                        .returningResult(CLAUSE_VERSION.ID)
                        .fetchSingle()
                        .value1());
    }

    private void change(long version, VersionEntry.Change change) {
        db.insertInto(CLAUSE_CHANGE)
                .set(CLAUSE_CHANGE.VERSION_ID, version)
                .set(CLAUSE_CHANGE.CLAUSE_CODE, change.clause())
                .set(CLAUSE_CHANGE.KIND, change.kind().code())
                .set(
                        CLAUSE_CHANGE.DIRECTION,
                        change.direction().map(ScopeDirection::code).orElse(null))
                .set(CLAUSE_CHANGE.REASON, change.reason().orElse(null))
                .set(CLAUSE_CHANGE.BECOMES, change.becomes().isEmpty() ? null : String.join(" ", change.becomes()))
                .execute();
    }

    private void example(long version, ExampleEntry example, int position) {
        db.insertInto(EXAMPLE)
                .set(EXAMPLE.VERSION_ID, version)
                .set(EXAMPLE.CODE, example.id())
                .set(EXAMPLE.CLAUSE_CODE, example.clause())
                .set(EXAMPLE.POSITION, position)
                .set(EXAMPLE.PURPOSE, example.purpose().name().toLowerCase(Locale.ROOT))
                .set(EXAMPLE.JOINT_GRADE, example.joint().code())
                .set(EXAMPLE.COMPOSITION, example.composition().code())
                .set(EXAMPLE.TWIN_OF, example.twinOf().orElse(null))
                .set(EXAMPLE.CHANGED_PART, example.changedPart().map(Part::code).orElse(null))
                .execute();
    }
}
