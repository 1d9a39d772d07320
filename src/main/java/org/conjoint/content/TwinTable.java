package org.conjoint.content;

import static org.conjoint.jooq.content.Tables.POST;
import static org.conjoint.jooq.content.Tables.TWIN;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of twins. */
@Component
class TwinTable {

    private final DSLContext db;

    TwinTable(DSLContext db) {
        this.db = db;
    }

    /** Locks posts until the transaction ends, so that no other makes twins of them meanwhile. */
    void lock(Collection<PostId> posts) {
        db.select(POST.ID)
                .from(POST)
                .where(POST.ID.in(values(posts)))
                .orderBy(POST.ID)
                .forUpdate()
                .fetch();
    }

    void insert(Twin twin) {
        db.insertInto(TWIN)
                .set(TWIN.POST, twin.post().value())
                .set(TWIN.TWIN_OF, twin.of().value())
                .set(TWIN.FAMILY, twin.family().value())
                .set(TWIN.CHANGED_PART, twin.changedPart().code())
                .set(TWIN.EXPECTED_JOINT, twin.expectedJoint().code())
                .set(TWIN.MADE_BY, twin.madeBy())
                .set(TWIN.MADE_AT, twin.madeAt())
                .execute();
    }

    Map<PostId, Twin> find(Collection<PostId> posts) {
        var found = new LinkedHashMap<PostId, Twin>();
        if (!posts.isEmpty()) {
            twins(TWIN.POST.in(values(posts)), posts.size()).forEach(twin -> found.put(twin.post(), twin));
        }
        return found;
    }

    List<Twin> of(PostId original, int limit) {
        return twins(TWIN.TWIN_OF.eq(original.value()), limit);
    }

    List<Twin> after(@Nullable PostId post, int limit) {
        return twins(post == null ? DSL.noCondition() : TWIN.POST.gt(post.value()), limit);
    }

    long countOf(PostId original) {
        return db.fetchCount(TWIN, TWIN.TWIN_OF.eq(original.value()));
    }

    /** Those of the posts that have twins. */
    Set<PostId> originals(Collection<PostId> posts) {
        return new HashSet<>(db.selectDistinct(TWIN.TWIN_OF)
                .from(TWIN)
                .where(TWIN.TWIN_OF.in(values(posts)))
                .fetch(row -> new PostId(row.value1())));
    }

    /** The family of each post that is in one, with the external id of its first post. */
    Map<PostId, Family> families(Collection<PostId> posts) {
        if (posts.isEmpty()) {
            return Map.of();
        }
        var families = new HashMap<PostId, Family>();
        var own = values(posts);
        // formatter:off
        db.select(TWIN.POST, POST.ID, POST.EXTERNAL_ID)
            .from(TWIN)
            .join(POST).on(POST.ID.eq(TWIN.FAMILY))
            .where(TWIN.POST.in(own))
            .unionAll(DSL
                .selectDistinct(POST.ID, POST.ID, POST.EXTERNAL_ID)
                .from(POST)
                .join(TWIN).on(TWIN.FAMILY.eq(POST.ID))
                .where(TWIN.FAMILY.in(own)))
            .forEach(row -> families.put(
                new PostId(row.value1()), new Family(new PostId(row.value2()), row.value3())));
        // formatter:on
        return families;
    }

    private List<Twin> twins(Condition condition, int limit) {
        return db.selectFrom(TWIN)
                .where(condition)
                .orderBy(TWIN.POST)
                .limit(limit)
                .fetch(TwinTable::twin);
    }

    private static Twin twin(Record row) {
        return new Twin(
                new PostId(row.get(TWIN.POST)),
                new PostId(row.get(TWIN.TWIN_OF)),
                new PostId(row.get(TWIN.FAMILY)),
                Part.of(row.get(TWIN.CHANGED_PART)),
                JointGrade.of(row.get(TWIN.EXPECTED_JOINT)),
                row.get(TWIN.MADE_BY),
                row.get(TWIN.MADE_AT));
    }

    private static List<Long> values(Collection<PostId> posts) {
        return posts.stream().map(PostId::value).distinct().toList();
    }
}
