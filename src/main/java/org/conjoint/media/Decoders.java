package org.conjoint.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conjoint.media.worker.MediaJob;
import org.conjoint.media.worker.MediaReply;
import org.jspecify.annotations.Nullable;

/** Turns a stored original into a known medium, by way of a worker. */
final class Decoders {
    private static final int LONGEST_REASON = 500;
    private static final List<Integer> PREVIEWS =
            Arrays.stream(PreviewSize.values()).map(PreviewSize::pixels).toList();

    private final MediaStore store;
    private final WorkerPool pool;
    private final MediaProperties properties;

    Decoders(MediaStore store, WorkerPool pool, MediaProperties properties) {
        this.store = store;
        this.pool = pool;
        this.properties = properties;
    }

    /** Decodes, and moves what was made to its place. */
    Media decode(MediaId id, String contentType, long bytes) throws IOException, InterruptedException {
        if (bytes == 0) {
            return refused(id, contentType, bytes, "empty", "The file is empty.");
        }
        if (!Sniffer.mayBeMedia(contentType)) {
            var reason = "The file is %s, which is neither image nor sound nor video.".formatted(contentType);
            return refused(id, contentType, bytes, "not_media", reason);
        }
        var folder = store.workFolder();
        try {
            var job = new MediaJob(
                    store.original(id).toString(),
                    folder.toString(),
                    contentType,
                    properties.limits(),
                    PREVIEWS,
                    MediaJob.Extent.ALL);
            return switch (pool.run(job)) {
                case MediaReply.Refused(String code, String reason) -> refused(id, contentType, bytes, code, reason);
                case MediaReply.Decoded decoded -> ready(id, contentType, bytes, decoded, folder);
            };
        } finally {
            store.discard(folder);
        }
    }

    private Media ready(MediaId id, String contentType, long bytes, MediaReply.Decoded decoded, Path folder)
            throws IOException {
        var derivatives = new ArrayList<Derivative>();
        for (var output : decoded.outputs()) {
            var kind = DerivativeKind.named(output.name())
                    .orElseThrow(() -> new IOException("A decoder made an unknown file: " + output.name()));
            var made = folder.resolve(kind.fileName());
            if (!Files.isRegularFile(made, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("A decoder did not make the file it named: " + kind.fileName());
            }
            var kept = store.adopt(id, made, kind.fileName());
            derivatives.add(new Derivative(kind, kept.bytes(), kept.sha256(), output.width(), output.height()));
        }
        derivatives.sort(java.util.Comparator.comparing(Derivative::kind));
        return new Media(
                id,
                decoded.kind(),
                contentType,
                bytes,
                new MediaState.Ready(),
                decoded.width(),
                decoded.height(),
                decoded.frames(),
                decoded.durationMillis(),
                decoded.loudnessLufs(),
                decoded.perceptualHash(),
                decoded.hasSound(),
                derivatives);
    }

    static Media refused(MediaId id, String contentType, long bytes, String code, String reason) {
        var sentence = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        return new Media(
                id,
                kind(contentType),
                contentType,
                bytes,
                new MediaState.Refused(code, sentence),
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of());
    }

    /** What a type's name says it is, if anything. */
    static @Nullable MediaKind kind(String contentType) {
        int slash = contentType.indexOf('/');
        return switch (slash < 0 ? contentType : contentType.substring(0, slash)) {
            case "image" -> MediaKind.IMAGE;
            case "audio" -> MediaKind.AUDIO;
            case "video" -> MediaKind.VIDEO;
            default -> null;
        };
    }
}
