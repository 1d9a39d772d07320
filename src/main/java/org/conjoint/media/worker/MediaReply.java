package org.conjoint.media.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.conjoint.media.MediaKind;
import org.jspecify.annotations.Nullable;

/** What a worker answers to a {@link MediaJob}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MediaReply.Decoded.class, name = "decoded"),
    @JsonSubTypes.Type(value = MediaReply.Refused.class, name = "refused")
})
public sealed interface MediaReply {

    /** It was decoded; the outputs stand in the job's folder. */
    record Decoded(
            MediaKind kind,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Integer frames,
            @Nullable Long durationMillis,
            @Nullable Double loudnessLufs,
            @Nullable Long perceptualHash,
            boolean hasSound,
            List<Output> outputs)
            implements MediaReply {}

    /** It was not decoded: a code for machines, a sentence for people. */
    record Refused(String code, String reason) implements MediaReply {}

    /** A file that was made, with the size of its picture where it has one. */
    record Output(
            String name, @Nullable Integer width, @Nullable Integer height) {}
}
