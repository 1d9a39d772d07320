package org.conjoint.exchange.format;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Strict JSON: no name twice, nothing after the value, bounded depth. */
public final class Json {
    /** The most characters of a single string. */
    public static final int LONGEST_STRING = 8_000_000;

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** What is wrong with the text, without a copy of it. */
    static String reason(JacksonException e) {
        var message = e.getOriginalMessage();
        return "This is not valid JSON: " + (message.length() > 300 ? message.substring(0, 300) + "…" : message);
    }
}
