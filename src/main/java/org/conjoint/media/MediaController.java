package org.conjoint.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves derivatives, and nothing else, to whoever is signed in. An address is a hash and one of a closed set of names,
 * so no path comes from outside; each name has one fixed type. Spring answers ranges and conditions; If-Range is
 * answered here.
 */
@RestController
class MediaController {
    private static final List<DerivativeKind> PREVIEWS =
            List.of(DerivativeKind.PREVIEW_2048, DerivativeKind.PREVIEW_1024, DerivativeKind.PREVIEW_320);
    private static final String RETRY_SECONDS = "5";
    private static final CacheControl CACHING =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final MediaLibrary library;
    private final MediaStore store;
    private final Spectrograms spectrograms;

    MediaController(MediaLibrary library, MediaStore store, Spectrograms spectrograms) {
        this.library = library;
        this.store = store;
        this.spectrograms = spectrograms;
    }

    @GetMapping("/media/{sha256:[0-9a-f]{64}}/{name}")
    ResponseEntity<Resource> get(
            @PathVariable String sha256,
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Nullable String ifRange)
            throws IOException {
        var id = new MediaId(sha256);
        var media = library.find(id).filter(Media::isReady);
        var kind = DerivativeKind.named(name);
        var derivative = kind.flatMap(wanted -> media.flatMap(known -> served(known, wanted)));
        if (derivative.isPresent()) {
            return answer(id, derivative.get(), ifRange);
        }
        return media.isPresent()
                        && kind.filter(DerivativeKind.SPECTROGRAM::equals).isPresent()
                ? drawn(media.get(), ifRange)
                : ResponseEntity.notFound().build();
    }

    private ResponseEntity<Resource> drawn(Media media, @Nullable String ifRange) throws IOException {
        return switch (spectrograms.of(media)) {
            case Spectrograms.Drawn(var derivative) -> answer(media.id(), derivative, ifRange);
            case Spectrograms.Impossible() -> ResponseEntity.notFound().build();
            case Spectrograms.Waiting() ->
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                        .cacheControl(CacheControl.noStore())
                        .build();
        };
    }

    /** The wanted one; of previews, the largest that is not larger than wanted. */
    private static Optional<Derivative> served(Media media, DerivativeKind wanted) {
        int from = PREVIEWS.indexOf(wanted);
        return from < 0
                ? media.derivative(wanted)
                : PREVIEWS.subList(from, PREVIEWS.size()).stream()
                        .flatMap(kind -> media.derivative(kind).stream())
                        .findFirst();
    }

    private ResponseEntity<Resource> answer(MediaId id, Derivative derivative, @Nullable String ifRange)
            throws IOException {
        var kind = derivative.kind();
        var file = store.derived(id, kind.fileName());
        var tag = "\"%s-%s-%d\"".formatted(id.sha256().substring(0, 16), kind.fileName(), derivative.bytes());
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CACHING)
                .contentType(MediaType.parseMediaType(kind.contentType()))
                .contentLength(derivative.bytes())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(kind.fileName())
                                .build()
                                .toString())
                .body(ifRange == null || ifRange.equals(tag) ? new FileSystemResource(file) : whole(file));
    }

    /** A body that Spring does not cut into ranges, for a client whose part is of something older. */
    private static Resource whole(Path file) throws IOException {
        return new InputStreamResource(new FileSystemResource(file).getInputStream());
    }
}
