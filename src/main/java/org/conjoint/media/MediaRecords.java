package org.conjoint.media;

import static org.conjoint.jooq.media.Tables.DERIVATIVE;
import static org.conjoint.jooq.media.Tables.MEDIUM;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The module's SQL. */
@Repository
class MediaRecords {
    private static final int AT_ONCE = 500;

    private final DSLContext sql;
    private final Clock clock;

    MediaRecords(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Records that a medium arrived, unless it is known. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void insertPending(MediaId id, long bytes, String contentType) {
        // formatter:off
        sql.insertInto(MEDIUM)
            .set(MEDIUM.SHA256, id.sha256())
            .set(MEDIUM.BYTES, bytes)
            .set(MEDIUM.CONTENT_TYPE, contentType)
            .set(MEDIUM.STATE, States.PENDING)
            .set(MEDIUM.HAS_SOUND, false)
            .set(MEDIUM.TAKEN_AT, clock.instant())
            .onConflictDoNothing()
            .execute();
        // formatter:on
    }

    /** Records how decoding ended, in place of what was known before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish(Media media) {
        var refused = media.state() instanceof MediaState.Refused refusal ? refusal : null;
        // formatter:off
        sql.update(MEDIUM)
            .set(MEDIUM.CONTENT_TYPE, media.contentType())
            .set(MEDIUM.STATE, States.code(media.state()))
            .set(MEDIUM.REFUSAL_CODE, refused == null ? null : refused.code())
            .set(MEDIUM.REFUSAL_REASON, refused == null ? null : refused.reason())
            .set(MEDIUM.KIND, media.kind() == null ? null : media.kind().code())
            .set(MEDIUM.WIDTH, media.width())
            .set(MEDIUM.HEIGHT, media.height())
            .set(MEDIUM.FRAMES, media.frames())
            .set(MEDIUM.DURATION_MILLIS, media.durationMillis())
            .set(MEDIUM.LOUDNESS_LUFS, media.loudnessLufs())
            .set(MEDIUM.PERCEPTUAL_HASH, media.perceptualHash())
            .set(MEDIUM.HAS_SOUND, media.hasSound())
            .set(MEDIUM.FINISHED_AT, clock.instant())
            .where(MEDIUM.SHA256.eq(media.id().sha256()))
            .execute();
        sql.deleteFrom(DERIVATIVE).where(DERIVATIVE.SHA256.eq(media.id().sha256())).execute();
        // formatter:on
        sql.batch(media.derivatives().stream()
                        .map(derivative -> insert(media.id(), derivative))
                        .toList())
                .execute();
    }

    /** Records a derivative that was made later than the others, unless it is known. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(MediaId id, Derivative derivative) {
        insert(id, derivative).onConflictDoNothing().execute();
    }

    private InsertSetMoreStep<?> insert(MediaId id, Derivative derivative) {
        return sql.insertInto(DERIVATIVE)
                .set(DERIVATIVE.SHA256, id.sha256())
                .set(DERIVATIVE.NAME, derivative.kind().fileName())
                .set(DERIVATIVE.BYTES, derivative.bytes())
                .set(DERIVATIVE.CONTENT_SHA256, derivative.contentSha256())
                .set(DERIVATIVE.WIDTH, derivative.width())
                .set(DERIVATIVE.HEIGHT, derivative.height());
    }

    /** Those that are not decoded yet, in the order of their ids, after one of them. */
    @Transactional(readOnly = true)
    public List<Media> pending(@Nullable MediaId after, int limit) {
        var later = after == null ? noCondition() : MEDIUM.SHA256.gt(after.sha256());
        var ids = sql.select(MEDIUM.SHA256)
                .from(MEDIUM)
                .where(MEDIUM.STATE.eq(States.PENDING), later)
                .orderBy(MEDIUM.SHA256)
                .limit(limit)
                .fetch(MEDIUM.SHA256);
        return fetch(ids).stream()
                .sorted(Comparator.comparing(media -> media.id().sha256()))
                .toList();
    }

    /** Those that are known. */
    @Transactional(readOnly = true)
    public Map<MediaId, Media> find(Collection<MediaId> ids) {
        var found = new java.util.HashMap<MediaId, Media>();
        var hashes = ids.stream().map(MediaId::sha256).distinct().toList();
        for (int from = 0; from < hashes.size(); from += AT_ONCE) {
            for (var media : fetch(hashes.subList(from, Math.min(hashes.size(), from + AT_ONCE)))) {
                found.put(media.id(), media);
            }
        }
        return found;
    }

    private List<Media> fetch(List<String> hashes) {
        // formatter:off
        var derivatives = multiset(
                select(
                    DERIVATIVE.NAME,
                    DERIVATIVE.BYTES,
                    DERIVATIVE.CONTENT_SHA256,
                    DERIVATIVE.WIDTH,
                    DERIVATIVE.HEIGHT)
                    .from(DERIVATIVE)
                    .where(DERIVATIVE.SHA256.eq(MEDIUM.SHA256)))
            .convertFrom(rows -> rows.map(mapping(MediaRecords::derivative)));
        return sql.select(MEDIUM.asterisk(), derivatives)
            .from(MEDIUM)
            .where(MEDIUM.SHA256.in(hashes))
            .fetch(row -> media(row, row.get(derivatives)));
        // formatter:on
    }

    private static Derivative derivative(
            String name,
            Long bytes,
            @Nullable String contentSha256,
            @Nullable Integer width,
            @Nullable Integer height) {
        return new Derivative(DerivativeKind.named(name).orElseThrow(), bytes, contentSha256, width, height);
    }

    private static Media media(Record row, List<Derivative> derivatives) {
        var kind = row.get(MEDIUM.KIND);
        return new Media(
                new MediaId(Objects.requireNonNull(row.get(MEDIUM.SHA256))),
                kind == null ? null : MediaKind.of(kind),
                Objects.requireNonNull(row.get(MEDIUM.CONTENT_TYPE)),
                Objects.requireNonNull(row.get(MEDIUM.BYTES)),
                States.of(row),
                row.get(MEDIUM.WIDTH),
                row.get(MEDIUM.HEIGHT),
                row.get(MEDIUM.FRAMES),
                row.get(MEDIUM.DURATION_MILLIS),
                row.get(MEDIUM.LOUDNESS_LUFS),
                row.get(MEDIUM.PERCEPTUAL_HASH),
                Boolean.TRUE.equals(row.get(MEDIUM.HAS_SOUND)),
                derivatives.stream()
                        .sorted(java.util.Comparator.comparing(Derivative::kind))
                        .toList());
    }

    /** States as the database writes them. */
    private static final class States {
        static final String PENDING = "pending";

        static String code(MediaState state) {
            return switch (state) {
                case MediaState.Pending() -> PENDING;
                case MediaState.Ready() -> "ready";
                case MediaState.Refused(String code, String reason) -> "refused";
            };
        }

        static MediaState of(Record row) {
            var state = Objects.requireNonNull(row.get(MEDIUM.STATE));
            return switch (state) {
                case PENDING -> new MediaState.Pending();
                case "ready" -> new MediaState.Ready();
                case "refused" ->
                    new MediaState.Refused(
                            Objects.requireNonNull(row.get(MEDIUM.REFUSAL_CODE)),
                            Objects.requireNonNull(row.get(MEDIUM.REFUSAL_REASON)));
                default -> throw new IllegalStateException("No medium can be " + state);
            };
        }
    }
}
