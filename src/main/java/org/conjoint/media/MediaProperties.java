package org.conjoint.media;

import java.time.Duration;
import org.conjoint.media.worker.Limits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of media.
 *
 * @param workers processes that decode at the same time; 0 for as many as there are processors
 * @param maxBytes of one original
 * @param maxPixels of one picture
 * @param maxSoundSeconds of sound
 * @param maxVideoSeconds of video
 * @param maxFrames of an image that moves
 * @param stall how long a worker may be silent before it counts as hanging
 * @param jobTimeout how long one medium may take altogether, besides a tenth of the longest sound or video
 * @param patience how long a request waits for what is only now being made from a medium
 * @param heapMegabytes of a worker's Java heap
 * @param memoryMegabytes of a worker's address space, where the system can bound it
 * @param jobsPerWorker after which a worker is replaced
 */
@ConfigurationProperties("conjoint.media")
record MediaProperties(
        @DefaultValue("0") int workers,
        @DefaultValue("2147483648") long maxBytes,
        @DefaultValue("128000000") long maxPixels,
        @DefaultValue("10800") int maxSoundSeconds,
        @DefaultValue("900") int maxVideoSeconds,
        @DefaultValue("2000") int maxFrames,
        @DefaultValue("60s") Duration stall,
        @DefaultValue("15m") Duration jobTimeout,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("256") int heapMegabytes,
        @DefaultValue("6144") int memoryMegabytes,
        @DefaultValue("2000") int jobsPerWorker) {

    int workerCount() {
        return workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
    }

    /** How long a worker may be busy with one medium: decoding is many times faster than listening. */
    Duration timeout() {
        return jobTimeout.plusSeconds(Math.max(maxSoundSeconds, maxVideoSeconds) / 10);
    }

    Limits limits() {
        return new Limits(maxPixels, maxSoundSeconds, maxVideoSeconds, maxFrames);
    }
}
