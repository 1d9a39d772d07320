package org.conjoint.exchange;

import static org.conjoint.jooq.exchange.Tables.IMPORTED_ANSWER;
import static org.conjoint.jooq.exchange.Tables.IMPORT_ITEM;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conjoint.jobs.JobId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of imports. */
@Component
class ExchangeTable {

    private final DSLContext db;

    ExchangeTable(DSLContext db) {
        this.db = db;
    }

    /** Those of the names that this import has met already. */
    Set<String> met(JobId job, Collection<String> names) {
        return names.isEmpty()
                ? Set.of()
                : new HashSet<>(db.select(IMPORT_ITEM.NAME)
                        .from(IMPORT_ITEM)
                        .where(IMPORT_ITEM.JOB.eq(job.value()), IMPORT_ITEM.NAME.in(names))
                        .fetch(IMPORT_ITEM.NAME));
    }

    void meet(JobId job, Collection<String> names) {
        db.batchInsert(names.stream()
                        .map(name -> {
                            var row = db.newRecord(IMPORT_ITEM);
                            row.setJob(job.value());
                            row.setName(name);
                            return row;
                        })
                        .toList())
                .execute();
    }

    void forget(JobId job) {
        db.deleteFrom(IMPORT_ITEM).where(IMPORT_ITEM.JOB.eq(job.value())).execute();
    }

    /** Keeps the answer of an imported verdict as it was written. */
    void keepAnswer(long verdict, String answer) {
        var changed = db.update(IMPORTED_ANSWER)
                .set(IMPORTED_ANSWER.ANSWER, answer)
                .where(IMPORTED_ANSWER.VERDICT.eq(verdict))
                .execute();
        if (changed == 0) {
            db.insertInto(IMPORTED_ANSWER, IMPORTED_ANSWER.VERDICT, IMPORTED_ANSWER.ANSWER)
                    .values(verdict, answer)
                    .execute();
        }
    }

    /** The answers of imported verdicts as they were written, by verdict. */
    Map<Long, String> answers(List<Long> verdicts) {
        return verdicts.isEmpty()
                ? Map.of()
                : db.select(IMPORTED_ANSWER.VERDICT, IMPORTED_ANSWER.ANSWER)
                        .from(IMPORTED_ANSWER)
                        .where(IMPORTED_ANSWER.VERDICT.in(verdicts))
                        .fetchMap(IMPORTED_ANSWER.VERDICT, IMPORTED_ANSWER.ANSWER);
    }
}
