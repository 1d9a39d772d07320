package org.conjoint.media.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a worker can be asked for: something about one file, answered by a {@link MediaReply}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "job")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MediaJob.class, name = "media"),
    @JsonSubTypes.Type(value = SpectrogramJob.class, name = "spectrogram"),
    @JsonSubTypes.Type(value = TextJob.class, name = "text")
})
public sealed interface WorkerJob permits MediaJob, SpectrogramJob, TextJob {

    /** Path of the file to read. */
    String original();

    /** Path of an empty folder for what is made. */
    String folder();
}
