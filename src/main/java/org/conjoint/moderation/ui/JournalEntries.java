package org.conjoint.moderation.ui;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.conjoint.work.LeaseId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page entered about one post and never saw confirmed, as the browser kept it. It comes from outside: nothing in
 * it is believed before it is checked.
 *
 * @param base the revision of the draft that it was entered on
 * @param clientId under which the answer was, or would have been, submitted
 * @param entries in the order in which they were made
 * @param submitted whether the answer was sent off in the end
 */
record JournalEntries(LeaseId lease, int base, UUID clientId, List<Entry> entries, boolean submitted) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SUBMIT = "submit";

    /** One answer: its field and its value, named as in the page. */
    record Entry(String field, String value) {}

    /** The journals of several posts; what cannot be read is left out. */
    static List<JournalEntries> read(String json) {
        try {
            return StreamSupport.stream(JSON.readTree(json).spliterator(), false)
                    .flatMap(node -> one(node).stream())
                    .toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static List<JournalEntries> one(JsonNode node) {
        try {
            var all = node.path("entries")
                    .valueStream()
                    .map(entry -> new Entry(
                            entry.path("field").asString(""),
                            entry.path("value").asString("")))
                    .toList();
            return List.of(new JournalEntries(
                    new LeaseId(Long.parseLong(node.path("lease").asString(""))),
                    node.path("base").asInt(0),
                    UUID.fromString(node.path("client").asString("")),
                    all.stream().filter(entry -> !entry.field().equals(SUBMIT)).toList(),
                    !all.isEmpty() && all.getLast().field().equals(SUBMIT)));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
