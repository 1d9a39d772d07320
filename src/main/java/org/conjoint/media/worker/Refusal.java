package org.conjoint.media.worker;

/** Ends a job with a code for machines and a sentence for people. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    Refusal(String code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    MediaReply.Refused reply() {
        return new MediaReply.Refused(code, String.valueOf(getMessage()));
    }

    static Refusal unreadable(String sniffed) {
        return new Refusal(
                "unreadable", "The file looks like %s, but nothing in it could be decoded.".formatted(sniffed));
    }

    static Refusal unsupported(String sniffed) {
        return new Refusal(
                "unsupported_format", "The file is %s, a format that cannot be decoded here.".formatted(sniffed));
    }

    static Refusal truncated(String sniffed) {
        return new Refusal("truncated", "The %s file ends before its first picture or sound.".formatted(sniffed));
    }

    static Refusal tooManyPixels(long width, long height, long limit) {
        return new Refusal(
                "too_many_pixels",
                "The picture says it has %,d × %,d pixels; the limit is %,d.".formatted(width, height, limit));
    }

    static Refusal tooLong(long limitSeconds) {
        return new Refusal("too_long", "It lasts longer than the limit of %,d seconds.".formatted(limitSeconds));
    }
}
