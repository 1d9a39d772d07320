package org.conjoint.media;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.conjoint.media.worker.MediaReply;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Suggests the text that stands in a picture. A suggestion is read once for each language and version of the engine, when
 * it is first asked for, one picture at a time, and then kept; what people make of it is kept elsewhere.
 */
@Service
@PreAuthorize("isAuthenticated()")
public class TextReading {
    /** Names the engine in the database; a new version reads again. */
    static final String ENGINE = "tesseract-5.5.2";

    private static final String ADVICE =
            "Install Tesseract's language data, on Debian and Ubuntu the package tesseract-ocr-eng and one for each other"
                    + " language, or set conjoint.ocr.data to the folder that holds eng.traineddata.";
    private static final List<DerivativeKind> PICTURES = List.of(
            DerivativeKind.PREVIEW_2048,
            DerivativeKind.PREVIEW_1024,
            DerivativeKind.PREVIEW_320,
            DerivativeKind.POSTER);

    private final MediaRecords media;
    private final TextRecords records;
    private final Decoders decoders;
    private final OcrProperties properties;
    private final TransactionTemplate transaction;
    private final OnDemand<Wish, Suggestion> reading;
    private final Semaphore turn = new Semaphore(1);

    private record Wish(MediaId id, String language) {}

    /** What became of a wish for the text of a picture. */
    public sealed interface Suggestion {}

    /**
     * The lines from top to bottom, perhaps none.
     *
     * @param language whose data was used, as Tesseract names it
     */
    public record Read(String language, List<TextLine> lines) implements Suggestion {
        public Read {
            lines = List.copyOf(lines);
        }
    }

    /** It is being read or stands in line; ask again in a second or two. */
    public record Waiting() implements Suggestion {}

    /**
     * There is no language data on this machine.
     *
     * @param looked the folders that were looked at
     * @param advice what to install, in a sentence for people
     */
    public record NotInstalled(List<Path> looked, String advice) implements Suggestion {}

    /** The medium has no picture, or reading failed; a sentence for people. */
    public record NotReadable(String reason) implements Suggestion {}

    TextReading(
            MediaRecords media,
            TextRecords records,
            Decoders decoders,
            OcrProperties properties,
            PlatformTransactionManager transactions) {
        this.media = media;
        this.records = records;
        this.decoders = decoders;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new OnDemand<>("text-reading", properties.patience());
    }

    /**
     * The text that stands in an image, or in the poster of a video. Waits a short while (conjoint.ocr.patience) for what
     * is not known yet.
     *
     * @param language of the post, a BCP 47 tag; English, or what there is, where its data is not installed
     * @throws IOException when the store or a worker fails
     */
    public Suggestion suggest(MediaId id, @Nullable String language) throws IOException {
        var picture = Optional.ofNullable(media.find(List.of(id)).get(id)).flatMap(TextReading::picture);
        if (picture.isEmpty()) {
            return new NotReadable("There is no picture to read.");
        }
        var places = OcrData.places(properties.data(), System.getenv("TESSDATA_PREFIX"));
        var data = OcrData.in(places);
        if (data.isEmpty()) {
            return new NotInstalled(places, ADVICE);
        }
        var wish = new Wish(id, data.get().languageFor(language));
        var known = records.find(id, wish.language(), ENGINE);
        if (known.isPresent()) {
            return new Read(wish.language(), known.get());
        }
        return reading.get(wish, () -> read(wish, picture.get(), data.get())).orElseGet(Waiting::new);
    }

    private static Optional<DerivativeKind> picture(Media known) {
        return PICTURES.stream()
                .filter(kind -> known.isReady() && known.derivative(kind).isPresent())
                .findFirst();
    }

    private Suggestion read(Wish wish, DerivativeKind picture, OcrData data) throws IOException, InterruptedException {
        turn.acquire();
        try {
            return switch (decoders.text(wish.id(), picture, data.folder(), wish.language())) {
                case MediaReply.Read(var engine, var lines) -> keep(wish, engine, lines);
                case MediaReply.Refused(String code, String reason) -> new NotReadable(reason);
                case MediaReply.Decoded other -> throw Decoders.unexpected(other);
                case MediaReply.Made other -> throw Decoders.unexpected(other);
            };
        } finally {
            turn.release();
        }
    }

    private Suggestion keep(Wish wish, String engine, List<TextLine> lines) {
        transaction.executeWithoutResult(status -> records.keep(wish.id(), wish.language(), engine, lines));
        return new Read(wish.language(), lines);
    }

    @PreDestroy
    void close() {
        reading.close();
    }
}
