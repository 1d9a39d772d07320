package org.conjoint.media.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.conjoint.media.MediaKind;
import org.conjoint.media.TextLine;
import org.jspecify.annotations.Nullable;

/** What a worker answers to a {@link WorkerJob}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MediaReply.Decoded.class, name = "decoded"),
    @JsonSubTypes.Type(value = MediaReply.Made.class, name = "made"),
    @JsonSubTypes.Type(value = MediaReply.Read.class, name = "read"),
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

    /** Something was made from what had been decoded before; it stands in the job's folder. */
    record Made(Output output) implements MediaReply {}

    /** The text that was found in a picture, and by which engine. */
    record Read(String engine, List<TextLine> lines) implements MediaReply {}

    /** It was not decoded: a code for machines, a sentence for people. */
    record Refused(String code, String reason) implements MediaReply {}

    /** A file that was made, with the size of its picture where it has one. */
    record Output(
            String name, @Nullable Integer width, @Nullable Integer height) {}
}
