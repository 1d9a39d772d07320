package org.conjoint.cue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.conjoint.media.DerivativeKind;
import org.conjoint.media.MediaId;
import org.conjoint.media.MediaUrls;
import org.conjoint.testing.Ffmpeg;

/** A file whose content tells the time, and what the console made from it. */
record Source(String name, Path file, Path data) {

    /** A sound of noise, encoded with these arguments. */
    static Path sound(Path file, int rate, double seconds, String... encoding) throws IOException {
        var raw = List.of("-f", "s16le", "-ar", String.valueOf(rate), "-ac", "1", "-i", "-");
        Ffmpeg.run(out -> SoundOfTime.write(out, rate, seconds), arguments(raw, encoding, file));
        return file;
    }

    /** Numbered pictures at this rate, encoded with these arguments. */
    static Path video(Path file, String rate, int pictures, String... encoding) throws IOException {
        var size = PictureOfTime.WIDTH + "x" + PictureOfTime.HEIGHT;
        var raw = List.of("-f", "rawvideo", "-pix_fmt", "gray", "-s", size, "-r", rate, "-i", "-");
        Ffmpeg.run(out -> PictureOfTime.write(out, pictures), arguments(raw, encoding, file));
        return file;
    }

    private static String[] arguments(List<String> raw, String[] encoding, Path file) {
        var all = new java.util.ArrayList<>(raw);
        all.addAll(List.of(encoding));
        all.add(file.toString());
        return all.toArray(String[]::new);
    }

    String address(DerivativeKind kind) throws IOException {
        return MediaUrls.of(new MediaId(sha256()), kind);
    }

    /** What was made from it, in the console's data folder. */
    Path made(DerivativeKind kind) throws IOException {
        var hash = sha256();
        return data.resolve("media/derived")
                .resolve(hash.substring(0, 2))
                .resolve(hash)
                .resolve(kind.fileName());
    }

    private String sha256() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
