package org.conjoint.work;

import static org.conjoint.jooq.work.Tables.ITEM;
import static org.conjoint.jooq.work.Tables.QUEUE;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of memberships. */
@Component
class MembershipRows {

    private final DSLContext dsl;

    MembershipRows(DSLContext dsl) {
        this.dsl = dsl;
    }

    Map<Long, Set<QueueId>> of(SubjectKind kind, Collection<Long> subjects) {
        return dsl
                .select(ITEM.SUBJECT_ID, ITEM.QUEUE_ID)
                .from(ITEM)
                .join(QUEUE)
                .on(QUEUE.ID.eq(ITEM.QUEUE_ID))
                .where(
                        QUEUE.POLICY_VERSION_ID.isNull(),
                        ITEM.SUBJECT_KIND.eq(kind.code()),
                        ITEM.SUBJECT_ID.in(subjects))
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.value1(), Collectors.mapping(row -> new QueueId(row.value2()), Collectors.toSet())));
    }
}
