package org.conjoint.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Takes media in, and tells what became of them. */
@Service
@PreAuthorize("isAuthenticated()")
public class MediaLibrary {
    private final MediaStore store;
    private final MediaRecords records;
    private final Intake intake;

    MediaLibrary(MediaStore store, MediaRecords records, Intake intake) {
        this.store = store;
        this.records = records;
        this.intake = intake;
    }

    /**
     * Stores the bytes under their hash, has them decoded in a worker process, and returns where that ended: ready, or
     * refused with a reason. The same bytes are stored and decoded once. Callers may take several at once; as many are
     * decoded at a time as there are workers. Not for use inside a transaction: decoding may last minutes, and the
     * medium is recorded whether or not the caller commits.
     *
     * @throws IOException when the bytes cannot be read, the store cannot be written or no worker can be started
     */
    public Media take(InputStream bytes) throws IOException {
        return intake.take(store.receive(bytes));
    }

    /**
     * Takes a time series as CSV, in the same way: its first column is {@code t_ms}, {@code t_s} or {@code time}, each
     * further one a lane. One that cannot be read is refused with the line. What is known as another medium stays that.
     *
     * @throws IOException when the bytes cannot be read or the store cannot be written
     */
    public Media takeSensors(InputStream bytes) throws IOException {
        return intake.takeSensors(store.receive(bytes));
    }

    /** The medium with this id. */
    public Optional<Media> find(MediaId id) {
        return Optional.ofNullable(records.find(List.of(id)).get(id));
    }

    /** Those of the media that are known. */
    public Map<MediaId, Media> find(Collection<MediaId> ids) {
        return records.find(ids);
    }
}
