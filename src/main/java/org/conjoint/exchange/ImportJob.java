package org.conjoint.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.conjoint.exchange.format.ItemReader;
import org.conjoint.exchange.format.KnownFormats;
import org.conjoint.exchange.mapping.Mapping;
import org.conjoint.jobs.JobContext;
import org.conjoint.jobs.JobHandler;
import org.conjoint.jobs.JobKind;
import org.conjoint.jobs.JobStopped;
import org.conjoint.media.MediaLibrary;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs an import. The files are read once to count what they bring, then again in batches: the media of two batches are
 * taken by several workers at a time while the batch before is committed with its report and the cursor, in the order of
 * the files. The cursor is the number of things read; after a kill reading goes on there.
 */
@Component
class ImportJob implements JobHandler {
    private static final int BATCH = 100;
    private static final int BATCHES_AHEAD = 2;

    private final MediaLibrary media;
    private final ImportCommit commit;
    private final Path unpacked;
    private final int workers;
    private final JsonMapper json = JsonMapper.shared();

    ImportJob(
            MediaLibrary media,
            ImportCommit commit,
            @Value("${conjoint.data}") Path data,
            @Value("${conjoint.exchange.media-workers:4}") int workers) {
        this.media = media;
        this.commit = commit;
        this.unpacked = data.resolve("imports");
        this.workers = workers;
    }

    @Override
    public JobKind kind() {
        return Imports.KIND;
    }

    @Override
    public void run(JobContext context) throws IOException {
        var request = json.readValue(context.parameters(), ImportRequest.class);
        var target = unpacked.resolve("import-" + context.id().value());
        try {
            var root = root(context, request, target);
            if (context.done() == 0) {
                context.total(count(context, root, request));
            }
            batches(context, root, request);
            cleanUp(context, request, target);
        } catch (JobStopped e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            cleanUp(context, request, target);
            throw e;
        }
    }

    private void batches(JobContext context, Path root, ImportRequest request) throws IOException {
        var placement = commit.placement(request);
        try (var reader = open(root, request);
                var intake = new MediaIntake(media, workers)) {
            var folder = new ImportFolder(folderOf(root));
            var number = context.done();
            for (var skipped = 0L; skipped < number && reader.next() != null; skipped++) {
                if (skipped % 10_000 == 0) {
                    context.stopIfAsked();
                }
            }
            var ahead = new ArrayDeque<List<ImportItem>>();
            while (true) {
                while (ahead.size() < BATCHES_AHEAD) {
                    var batch = batch(reader, folder, intake, number);
                    if (batch.isEmpty()) {
                        break;
                    }
                    number += batch.size();
                    ahead.add(batch);
                }
                var batch = ahead.poll();
                if (batch == null) {
                    return;
                }
                var ready = batch.stream().map(ImportItem::await).toList();
                context.checkpoint(() -> commit.commit(context.id(), placement, ready));
            }
        }
    }

    private static List<ImportItem> batch(ItemReader reader, ImportFolder folder, MediaIntake intake, long from)
            throws IOException {
        var batch = new ArrayList<ImportItem>();
        while (batch.size() < BATCH) {
            var next = reader.next();
            if (next == null) {
                break;
            }
            batch.add(ImportItem.begin(from + batch.size() + 1, next, folder, intake));
        }
        return batch;
    }

    private long count(JobContext context, Path root, ImportRequest request) throws IOException {
        var count = 0L;
        try (var reader = open(root, request)) {
            while (reader.next() != null) {
                if (++count % 10_000 == 0) {
                    context.stopIfAsked();
                }
            }
        }
        return count;
    }

    private Path root(JobContext context, ImportRequest request, Path target) throws IOException {
        var path = Path.of(request.path());
        if (!path.getFileName().toString().endsWith(".zip")) {
            return path;
        }
        new Archive(Archive.Limits.USUAL).unpack(path, target, context::stopIfAsked);
        return Archive.content(target);
    }

    /** The folder that paths in the rows are relative to: the root itself, or the one that holds the file. */
    private static Path folderOf(Path root) {
        var parent = root.toAbsolutePath().getParent();
        return Files.isDirectory(root) || parent == null ? root : parent;
    }

    static ItemReader open(Path root, ImportRequest request) throws IOException {
        var mapping = mapping(root, request);
        if (mapping != null) {
            return mapping.open(root);
        }
        if (!Files.isDirectory(root)) {
            return KnownFormats.conjoint(folderOf(root), root.toAbsolutePath());
        }
        var folder = request.format() == null
                ? KnownFormats.isFolder(root)
                : ImportFormat.of(request.format()) == ImportFormat.FOLDER;
        return folder ? KnownFormats.folder(root) : KnownFormats.conjoint(root);
    }

    private static @Nullable Mapping mapping(Path root, ImportRequest request) throws IOException {
        var text = request.mapping();
        if (text != null) {
            return Mapping.parse(Imports.mappingName(request), text);
        }
        var inside = root.resolve("mapping.yaml");
        return request.format() == null && Files.isRegularFile(inside)
                ? Mapping.parse("mapping.yaml", Files.readString(inside))
                : null;
    }

    private void cleanUp(JobContext context, ImportRequest request, Path target) throws IOException {
        commit.forget(context.id());
        Archive.delete(target);
        if (request.discard()) {
            Uploads.discard(Path.of(request.path()));
        }
    }
}
