package org.conjoint.content;

import static org.conjoint.jooq.content.Tables.POST;
import static org.conjoint.jooq.content.Tables.POST_REVISION;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.conjoint.media.MediaId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of posts. */
@Component
class PostTable {

    /** A post's name: its external id within its source, '' when it has none. */
    record Key(String source, String externalId) {
        static Key of(PostData post) {
            var source = post.source();
            return new Key(source == null ? "" : source, post.externalId());
        }
    }

    record Head(long id, int revision, String hash) {}

    private final DSLContext db;

    PostTable(DSLContext db) {
        this.db = db;
    }

    /** The posts of these names, locked until the transaction ends. */
    Map<Key, Head> lock(Collection<Key> keys) {
        var sources = new HashSet<String>();
        var externalIds = new HashSet<String>();
        for (var key : keys) {
            sources.add(key.source());
            externalIds.add(key.externalId());
        }
        var heads = new HashMap<Key, Head>();
        db.selectFrom(POST)
                .where(POST.SOURCE.in(sources), POST.EXTERNAL_ID.in(externalIds))
                .orderBy(POST.ID)
                .forUpdate()
                .forEach(row -> heads.put(
                        new Key(row.getSource(), row.getExternalId()),
                        new Head(row.getId(), row.getRevision(), row.getContentHash())));
        return heads;
    }

    /** Inserts posts at revision 1. @return their ids, in their order */
    List<Long> insert(List<Key> keys, List<String> hashes) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var insert = db.insertInto(POST, POST.SOURCE, POST.EXTERNAL_ID, POST.REVISION, POST.CONTENT_HASH);
        for (var i = 0; i < keys.size(); i++) {
            insert = insert.values(keys.get(i).source(), keys.get(i).externalId(), 1, hashes.get(i));
        }
        var ids = new HashMap<Key, Long>();
        insert.returning(POST.ID, POST.SOURCE, POST.EXTERNAL_ID)
                .fetch()
                .forEach(row -> ids.put(new Key(row.getSource(), row.getExternalId()), row.getId()));
        var ordered = new ArrayList<Long>();
        keys.forEach(key -> ordered.add(ids.get(key)));
        return ordered;
    }

    void advance(long id, int revision, String hash) {
        db.update(POST)
                .set(POST.REVISION, revision)
                .set(POST.CONTENT_HASH, hash)
                .where(POST.ID.eq(id))
                .execute();
    }

    void insertRevisions(List<Post> posts, List<String> hashes, String recordedBy) {
        var rows = new ArrayList<org.conjoint.jooq.content.tables.records.PostRevisionRecord>();
        for (var i = 0; i < posts.size(); i++) {
            var post = posts.get(i);
            var data = post.data();
            var row = db.newRecord(POST_REVISION);
            row.setPost(post.id().value());
            row.setRevision(post.revision());
            row.setRecordedAt(post.recordedAt());
            row.setRecordedBy(recordedBy);
            row.setContentHash(hashes.get(i));
            row.setCaption(data.caption());
            row.setAltText(data.altText());
            row.setLanguage(data.language());
            row.setAuthor(data.author());
            row.setCreatedAt(data.createdAt());
            row.setImage(sha256(data.image()));
            row.setAudio(sha256(data.audio()));
            row.setVideo(sha256(data.video()));
            row.setSensors(sha256(data.sensors()));
            var transcript = data.transcript();
            row.setTranscriptFormat(
                    transcript == null ? null : transcript.format().code());
            row.setTranscriptText(transcript == null ? null : transcript.text());
            rows.add(row);
        }
        db.batchInsert(rows).execute();
    }

    List<Post> current(Condition condition, int limit) {
        return select(POST_REVISION.REVISION.eq(POST.REVISION))
                .and(condition)
                .orderBy(POST.ID)
                .limit(limit)
                .fetch(PostTable::post);
    }

    List<Post> current(Collection<PostId> ids) {
        var values = ids.stream().map(PostId::value).distinct().toList();
        return current(POST.ID.in(values), values.size());
    }

    List<Post> named(Collection<String> externalIds) {
        return select(POST_REVISION.REVISION.eq(POST.REVISION))
                .and(POST.EXTERNAL_ID.in(externalIds))
                .orderBy(POST.ID)
                .fetch(PostTable::post);
    }

    List<Post> after(@Nullable PostId id, int limit) {
        return current(id == null ? DSL.noCondition() : POST.ID.gt(id.value()), limit);
    }

    List<Post> revisions(PostId id) {
        return revisions(id, DSL.noCondition());
    }

    private List<Post> revisions(PostId id, Condition condition) {
        return select(condition)
                .and(POST.ID.eq(id.value()))
                .orderBy(POST_REVISION.REVISION.desc())
                .fetch(PostTable::post);
    }

    List<Post> revision(PostId id, int revision) {
        return revisions(id, POST_REVISION.REVISION.eq(revision));
    }

    List<Post> at(Collection<PostAt> revisions) {
        var wanted = revisions.stream()
                .distinct()
                .map(at -> DSL.row(at.id().value(), at.revision()))
                .toList();
        return select(DSL.row(POST.ID, POST_REVISION.REVISION).in(wanted)).fetch(PostTable::post);
    }

    long count() {
        return db.fetchCount(POST);
    }

    private SelectConditionStep<Record> select(Condition condition) {
        return db.select(POST.asterisk(), POST_REVISION.asterisk())
                .from(POST)
                .join(POST_REVISION)
                .on(POST_REVISION.POST.eq(POST.ID))
                .where(condition);
    }

    private static Post post(Record row) {
        var source = row.get(POST.SOURCE);
        var data = new PostData(
                row.get(POST.EXTERNAL_ID),
                row.get(POST_REVISION.CAPTION),
                row.get(POST_REVISION.ALT_TEXT),
                row.get(POST_REVISION.LANGUAGE),
                row.get(POST_REVISION.AUTHOR),
                row.get(POST_REVISION.CREATED_AT),
                source.isEmpty() ? null : source,
                media(row.get(POST_REVISION.IMAGE)),
                media(row.get(POST_REVISION.AUDIO)),
                media(row.get(POST_REVISION.VIDEO)),
                transcript(row.get(POST_REVISION.TRANSCRIPT_FORMAT), row.get(POST_REVISION.TRANSCRIPT_TEXT)),
                media(row.get(POST_REVISION.SENSORS)));
        return new Post(
                new PostId(row.get(POST.ID)),
                row.get(POST_REVISION.REVISION),
                row.get(POST_REVISION.RECORDED_AT),
                data);
    }

    private static @Nullable Transcript transcript(@Nullable String format, @Nullable String text) {
        return format == null || text == null
                ? null
                : Transcript.read(TranscriptFormat.of(format), text).transcript();
    }

    private static @Nullable MediaId media(@Nullable String sha256) {
        return sha256 == null ? null : new MediaId(sha256);
    }

    private static @Nullable String sha256(@Nullable MediaId id) {
        return id == null ? null : id.sha256();
    }
}
