package org.conjoint.media;

import java.io.IOException;
import java.util.List;
import org.conjoint.media.sensor.SensorLanes;
import org.conjoint.media.sensor.SensorRefused;

/** Turns a stored CSV file into lanes. It is text, read in the console itself with bounded memory. */
final class Sensors {
    /** The type of what was taken as a time series; never sniffed. */
    static final String CONTENT_TYPE = "text/csv";

    private final MediaStore store;
    private final MediaProperties properties;

    Sensors(MediaStore store, MediaProperties properties) {
        this.store = store;
        this.properties = properties;
    }

    /** Reads it; a file that is no time series is refused with the line. */
    Media read(MediaId id, long bytes) throws IOException {
        var folder = store.workFolder();
        try {
            var lanes = SensorLanes.read(store.original(id), properties.maxSoundSeconds());
            var name = DerivativeKind.LANES.fileName();
            lanes.write(folder.resolve(name));
            var kept = store.adopt(id, folder.resolve(name), name);
            var derivative = new Derivative(DerivativeKind.LANES, kept.bytes(), kept.sha256(), null, null);
            return new Media(
                    id,
                    MediaKind.SENSORS,
                    CONTENT_TYPE,
                    bytes,
                    new MediaState.Ready(),
                    null,
                    null,
                    null,
                    lanes.durationMillis(),
                    null,
                    null,
                    false,
                    List.of(derivative));
        } catch (SensorRefused e) {
            return Decoders.refused(id, CONTENT_TYPE, bytes, "no_time_series", e.reason());
        } finally {
            store.discard(folder);
        }
    }
}
