package org.conjoint.media;

import java.util.Optional;

/** The closed set of what is made from a medium and served in its place. */
public enum DerivativeKind {
    PREVIEW_320("preview-320.webp", "image/webp"),
    PREVIEW_1024("preview-1024.webp", "image/webp"),
    PREVIEW_2048("preview-2048.webp", "image/webp"),
    /** The canonical sound: times of a judgement are milliseconds on it. */
    AUDIO("audio.mp4", "audio/mp4"),
    /** BBC audiowaveform, version 2, as JSON. */
    PEAKS("peaks.json", "application/json"),
    /** The same peaks, binary. */
    PEAKS_DAT("peaks.dat", "application/octet-stream"),
    /** Made when it is first asked for; read by {@link SpectrogramScale}. */
    SPECTROGRAM("spectrogram.webp", "image/webp"),
    VIDEO("video.mp4", "video/mp4"),
    POSTER("poster.webp", "image/webp"),
    /** Where the picture of a video changes, in milliseconds. */
    SCENES("scenes.json", "application/json"),
    /** What is drawn of a time series. */
    LANES("lanes.json", "application/json");

    private final String fileName;
    private final String contentType;

    DerivativeKind(String fileName, String contentType) {
        this.fileName = fileName;
        this.contentType = contentType;
    }

    /** Its name on disk, in the database and in addresses. */
    public String fileName() {
        return fileName;
    }

    /** The one type it is ever served with. */
    public String contentType() {
        return contentType;
    }

    /** The kind with this file name, if it is one. */
    public static Optional<DerivativeKind> named(String fileName) {
        for (var kind : values()) {
            if (kind.fileName.equals(fileName)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    static DerivativeKind of(PreviewSize size) {
        return switch (size) {
            case SMALL -> PREVIEW_320;
            case MEDIUM -> PREVIEW_1024;
            case LARGE -> PREVIEW_2048;
        };
    }
}
