package org.conjoint.exchange;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What to bring in.
 *
 * @param path a folder, a file of Conjoint JSONL, or a zip archive of a folder; absolute
 * @param format the code of an {@link ImportFormat}; found out from the files when null
 * @param mappingName the name of the mapping file, for messages
 * @param mapping the text of the mapping file; null unless the format is {@code mapping}
 * @param queue the name of the queue to put the posts into, made when there is none
 * @param policy the policy of a queue that has to be made
 * @param queues names of queues by the external id of a post; those queues are there already
 * @param discard whether the path is an upload to be deleted when the import has ended
 */
public record ImportRequest(
        String path,
        @Nullable String format,
        @Nullable String mappingName,
        @Nullable String mapping,
        @Nullable String queue,
        @Nullable String policy,
        Map<String, String> queues,
        boolean discard) {

    public ImportRequest {
        queues = new TreeMap<>(queues == null ? Map.of() : queues);
    }

    /** Everything in a folder, a file or an archive, the format found out from the files. */
    public static ImportRequest of(Path path) {
        return new ImportRequest(
                path.toAbsolutePath().normalize().toString(), null, null, null, null, null, Map.of(), false);
    }

    public ImportRequest withFormat(@Nullable String value) {
        return new ImportRequest(path, value, mappingName, mapping, queue, policy, queues, discard);
    }

    /** Read by a mapping file. */
    public ImportRequest withMapping(String name, String text) {
        return new ImportRequest(path, ImportFormat.MAPPING.code(), name, text, queue, policy, queues, discard);
    }

    public ImportRequest withQueue(@Nullable String value) {
        return new ImportRequest(path, format, mappingName, mapping, value, policy, queues, discard);
    }

    public ImportRequest withPolicy(@Nullable String value) {
        return new ImportRequest(path, format, mappingName, mapping, queue, value, queues, discard);
    }

    /** Deletes the path when the import has ended. */
    public ImportRequest thenDiscard() {
        return new ImportRequest(path, format, mappingName, mapping, queue, policy, queues, true);
    }

    /** Puts each post into the queue named for it. */
    ImportRequest withQueues(Map<String, String> byPost) {
        return new ImportRequest(path, format, mappingName, mapping, queue, policy, byPost, discard);
    }
}
