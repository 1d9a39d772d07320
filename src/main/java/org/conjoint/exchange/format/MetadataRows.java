package org.conjoint.exchange.format;

import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code metadata.jsonl} and {@code metadata.csv} in the convention of Hugging Face's image and audio folders:
 * {@code file_name} or {@code image_file_name}, {@code audio_file_name}, {@code video_file_name},
 * {@code sensor_file_name} and {@code transcript_file_name}; {@code twin_of}, {@code changed_part} and
 * {@code expected_joint} for a twin; the other columns are fields, unknown ones are passed over.
 */
final class MetadataRows {

    private MetadataRows() {}

    /** @param folder of the metadata file within the import, empty or ending in a slash */
    static Incoming read(Row.Of row, String folder) throws RowRefused {
        var fields = new Fields(row.content());
        var id = fields.firstText("id", "file_name", "image_file_name", "audio_file_name", "video_file_name");
        if (id == null) {
            throw new RowRefused("The row has no id and names no file (file_name, image_file_name, …)");
        }
        return new Incoming.NewPost(
                row.place(),
                fields.has("id") ? id : folder + id,
                fields.firstText("caption", "text"),
                fields.text("alt_text"),
                fields.text("language"),
                fields.text("author"),
                fields.instant("created_at"),
                fields.text("source"),
                path(folder, fields.text("image_file_name")),
                path(folder, fields.text("audio_file_name")),
                path(folder, fields.text("video_file_name")),
                path(folder, fields.text("sensor_file_name")),
                path(folder, fields.text("file_name")),
                fields.text("transcript"),
                path(folder, fields.text("transcript_file_name")),
                TwinFields.read(fields));
    }

    private static @Nullable String path(String folder, @Nullable String file) {
        return file == null ? null : folder + file;
    }
}
