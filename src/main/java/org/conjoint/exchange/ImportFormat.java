package org.conjoint.exchange;

/** How the files of an import are to be read. */
public enum ImportFormat {
    /** A Hugging Face folder: {@code metadata.jsonl} or {@code metadata.csv} with media beside it. */
    FOLDER("folder"),
    /** Conjoint JSONL: posts and verdicts. */
    CONJOINT("conjoint"),
    /** By a mapping file. */
    MAPPING("mapping");

    private final String code;

    ImportFormat(String code) {
        this.code = code;
    }

    /** The name used in commands, files and the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no format has this code */
    public static ImportFormat of(String code) {
        for (var format : values()) {
            if (format.code.equals(code)) {
                return format;
            }
        }
        throw new IllegalArgumentException(
                "“%s” is not a format of import; use folder, conjoint or mapping".formatted(code));
    }
}
