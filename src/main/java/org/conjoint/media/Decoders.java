package org.conjoint.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.conjoint.media.worker.MediaJob;
import org.conjoint.media.worker.MediaReply;
import org.conjoint.media.worker.SpectrogramJob;
import org.conjoint.media.worker.TextJob;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a stored original into a known medium, by way of a worker. */
final class Decoders {
    private static final Logger LOG = LoggerFactory.getLogger(Decoders.class);
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
                case MediaReply.Made other -> throw unexpected(other);
                case MediaReply.Read other -> throw unexpected(other);
            };
        } finally {
            store.discard(folder);
        }
    }

    private Media ready(MediaId id, String contentType, long bytes, MediaReply.Decoded decoded, Path folder)
            throws IOException {
        var derivatives = new ArrayList<Derivative>();
        for (var output : decoded.outputs()) {
            derivatives.add(adopt(id, output, folder));
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

    private Derivative adopt(MediaId id, MediaReply.Output output, Path folder) throws IOException {
        var kind = DerivativeKind.named(output.name())
                .orElseThrow(() -> new IOException("A decoder made an unknown file: " + output.name()));
        var made = folder.resolve(kind.fileName());
        if (!Files.isRegularFile(made, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("A decoder did not make the file it named: " + kind.fileName());
        }
        var kept = store.adopt(id, made, kind.fileName());
        return new Derivative(kind, kept.bytes(), kept.sha256(), output.width(), output.height());
    }

    /** Draws the canonical sound of a medium; empty when its decoder fails for it. */
    Optional<Derivative> spectrogram(MediaId id, SpectrogramScale scale) throws IOException, InterruptedException {
        var folder = store.workFolder();
        try {
            var sound = store.derived(id, DerivativeKind.AUDIO.fileName());
            var job = new SpectrogramJob(sound.toString(), folder.toString(), properties.limits(), scale);
            return switch (pool.run(job)) {
                case MediaReply.Made(var output) -> Optional.of(adopt(id, output, folder));
                case MediaReply.Refused(String code, String reason) -> {
                    LOG.warn("No spectrogram of {}: {} ({})", id, reason, code);
                    yield Optional.empty();
                }
                case MediaReply.Decoded other -> throw unexpected(other);
                case MediaReply.Read other -> throw unexpected(other);
            };
        } finally {
            store.discard(folder);
        }
    }

    /** Reads the text of a preview or a poster; what is found, or why nothing can be. */
    MediaReply text(MediaId id, DerivativeKind picture, Path data, String languages)
            throws IOException, InterruptedException {
        var folder = store.workFolder();
        try {
            var file = store.derived(id, picture.fileName());
            return pool.run(new TextJob(
                    file.toString(),
                    folder.toString(),
                    properties.limits(),
                    data.toAbsolutePath().toString(),
                    languages));
        } finally {
            store.discard(folder);
        }
    }

    static IOException unexpected(MediaReply reply) {
        return new IOException("A decoder answered what it was not asked: " + reply);
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
        if (contentType.equals(Sensors.CONTENT_TYPE)) {
            return MediaKind.SENSORS;
        }
        int slash = contentType.indexOf('/');
        return switch (slash < 0 ? contentType : contentType.substring(0, slash)) {
            case "image" -> MediaKind.IMAGE;
            case "audio" -> MediaKind.AUDIO;
            case "video" -> MediaKind.VIDEO;
            default -> null;
        };
    }
}
