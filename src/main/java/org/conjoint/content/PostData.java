package org.conjoint.content;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.conjoint.media.MediaId;
import org.jspecify.annotations.Nullable;

/**
 * What a post consists of. Everything but the external id may be absent. Texts are kept byte for byte: never trimmed,
 * normalised or given other line ends.
 *
 * @param externalId names the post within its source; at most 400 characters, no control characters
 * @param language the language of the caption, a BCP 47 tag
 * @param author the handle under which it was posted
 * @param source where the post comes from; external ids are unique within a source
 * @param video carries image and sound on one clock
 * @param sensors time series under the same clock
 */
public record PostData(
        String externalId,
        @Nullable String caption,
        @Nullable String altText,
        @Nullable String language,
        @Nullable String author,
        @Nullable Instant createdAt,
        @Nullable String source,
        @Nullable MediaId image,
        @Nullable MediaId audio,
        @Nullable MediaId video,
        @Nullable Transcript transcript,
        @Nullable MediaId sensors) {

    private static final int LONGEST_TEXT = 200_000;

    /** @throws IllegalArgumentException when a field cannot be kept as it is, saying which and why */
    public PostData {
        name("id", externalId, 400);
        name("source", source, 200);
        name("author", author, 400);
        text("caption", caption);
        text("alt text", altText);
        text("transcript", transcript == null ? null : transcript.text());
        language(language);
        createdAt = createdAt == null ? null : createdAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** A post without sensors. */
    public PostData(
            String externalId,
            @Nullable String caption,
            @Nullable String altText,
            @Nullable String language,
            @Nullable String author,
            @Nullable Instant createdAt,
            @Nullable String source,
            @Nullable MediaId image,
            @Nullable MediaId audio,
            @Nullable MediaId video,
            @Nullable Transcript transcript) {
        this(externalId, caption, altText, language, author, createdAt, source, image, audio, video, transcript, null);
    }

    /** A post with nothing but its id; the {@code with…} methods add to it. */
    public static PostData of(String externalId) {
        return new PostData(externalId, null, null, null, null, null, null, null, null, null, null);
    }

    public PostData withCaption(String value) {
        return with(value, language, source, transcript, image, audio, video, sensors);
    }

    public PostData withLanguage(String value) {
        return with(caption, value, source, transcript, image, audio, video, sensors);
    }

    public PostData withSource(String value) {
        return with(caption, language, value, transcript, image, audio, video, sensors);
    }

    public PostData withTranscript(Transcript value) {
        return with(caption, language, source, value, image, audio, video, sensors);
    }

    /** This post with these media; null where it has none. */
    public PostData withMedia(@Nullable MediaId newImage, @Nullable MediaId newAudio, @Nullable MediaId newVideo) {
        return with(caption, language, source, transcript, newImage, newAudio, newVideo, sensors);
    }

    /** This post with this time series. */
    public PostData withSensors(@Nullable MediaId value) {
        return with(caption, language, source, transcript, image, audio, video, value);
    }

    private PostData with(
            @Nullable String newCaption,
            @Nullable String newLanguage,
            @Nullable String newSource,
            @Nullable Transcript newTranscript,
            @Nullable MediaId newImage,
            @Nullable MediaId newAudio,
            @Nullable MediaId newVideo,
            @Nullable MediaId newSensors) {
        return new PostData(
                externalId,
                newCaption,
                altText,
                newLanguage,
                author,
                createdAt,
                newSource,
                newImage,
                newAudio,
                newVideo,
                newTranscript,
                newSensors);
    }

    private static void name(String field, @Nullable String value, int longest) {
        if (value == null) {
            return;
        }
        if (value.isBlank() || value.length() > longest || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The %s has 1 to %d characters and no control characters: “%s”"
                    .formatted(field, longest, value.length() > 80 ? value.substring(0, 80) + "…" : value));
        }
        text(field, value);
    }

    private static void text(String field, @Nullable String value) {
        if (value == null) {
            return;
        }
        if (value.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("The %s is longer than %d characters".formatted(field, LONGEST_TEXT));
        }
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The %s holds U+0000, which no database keeps".formatted(field));
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new IllegalArgumentException("The %s holds half of a surrogate pair".formatted(field));
        }
    }

    private static void language(@Nullable String tag) {
        if (tag == null) {
            return;
        }
        try {
            if (tag.isEmpty()) {
                throw new IllegalArgumentException("The language is empty; leave it out instead");
            }
            new Locale.Builder().setLanguageTag(tag);
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(
                    "The language is a BCP 47 tag, as in en, pt-BR or sr-Latn, not “%s”".formatted(tag), e);
        }
    }
}
