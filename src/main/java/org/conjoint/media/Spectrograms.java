package org.conjoint.media;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Draws spectrograms when they are first asked for: most sounds are heard and never looked at. */
@Component
class Spectrograms {
    private final Decoders decoders;
    private final MediaRecords records;
    private final TransactionTemplate transaction;
    private final OnDemand<MediaId, Optional<Derivative>> drawing;

    /** What became of a wish for a spectrogram. */
    sealed interface Answer {}

    record Drawn(Derivative derivative) implements Answer {}

    /** There is no sound, or its decoder failed. */
    record Impossible() implements Answer {}

    /** It is being drawn, or stands in line for a worker. */
    record Waiting() implements Answer {}

    Spectrograms(
            Decoders decoders,
            MediaRecords records,
            MediaProperties properties,
            PlatformTransactionManager transactions) {
        this.decoders = decoders;
        this.records = records;
        this.transaction = new TransactionTemplate(transactions);
        this.drawing = new OnDemand<>("spectrogram", properties.patience());
    }

    /** The spectrogram of a ready medium, waited for within bounds. */
    Answer of(Media media) throws IOException {
        var millis = media.durationMillis();
        if (millis == null || media.derivative(DerivativeKind.AUDIO).isEmpty()) {
            return new Impossible();
        }
        var scale = SpectrogramScale.of(millis);
        Callable<Optional<Derivative>> draw = () -> draw(media.id(), scale);
        return drawing.get(media.id(), draw)
                .<Answer>map(drawn -> drawn.<Answer>map(Drawn::new).orElseGet(Impossible::new))
                .orElseGet(Waiting::new);
    }

    private Optional<Derivative> draw(MediaId id, SpectrogramScale scale) throws IOException, InterruptedException {
        var drawn = decoders.spectrogram(id, scale);
        drawn.ifPresent(derivative -> transaction.executeWithoutResult(status -> records.add(id, derivative)));
        return drawn;
    }

    @PreDestroy
    void close() {
        drawing.close();
    }
}
