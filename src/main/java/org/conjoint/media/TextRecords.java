package org.conjoint.media;

import static org.conjoint.jooq.media.Tables.READ_TEXT;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of texts that were read in pictures; the lines of one reading are JSON. */
@Repository
class TextRecords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext sql;
    private final Clock clock;

    TextRecords(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What was read before. */
    @Transactional(readOnly = true)
    public Optional<List<TextLine>> find(MediaId id, String language, String engine) {
        // formatter:off
        return sql.select(READ_TEXT.LINES)
            .from(READ_TEXT)
            .where(READ_TEXT.SHA256.eq(id.sha256()))
            .and(READ_TEXT.LANGUAGE.eq(language))
            .and(READ_TEXT.ENGINE.eq(engine))
            .fetchOptional(READ_TEXT.LINES)
            .map(lines -> List.of(JSON.readValue(lines, TextLine[].class)));
        // formatter:on
    }

    /** Keeps what was read, unless it is known. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(MediaId id, String language, String engine, List<TextLine> lines) {
        // formatter:off
        sql.insertInto(READ_TEXT)
            .set(READ_TEXT.SHA256, id.sha256())
            .set(READ_TEXT.LANGUAGE, language)
            .set(READ_TEXT.ENGINE, engine)
            .set(READ_TEXT.LINES, JSON.writeValueAsString(lines))
            .set(READ_TEXT.READ_AT, clock.instant())
            .onConflictDoNothing()
            .execute();
        // formatter:on
    }
}
