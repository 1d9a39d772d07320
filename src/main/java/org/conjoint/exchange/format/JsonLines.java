package org.conjoint.exchange.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One JSON value a line, UTF-8. Empty lines are passed over; a line that cannot be read does not hide the others. */
public final class JsonLines implements RowReader {
    private static final int LONGEST_LINE = 16_000_000;

    private final String name;
    private final InputStream in;
    private long line;

    public JsonLines(Path file, String name) throws IOException {
        this.name = name;
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (true) {
            var bytes = new ByteArrayOutputStream();
            var end = readLine(bytes);
            line++;
            if (bytes.size() > LONGEST_LINE) {
                return new Row.Broken(place(), "The line is longer than %d bytes".formatted(LONGEST_LINE));
            }
            if (!blank(bytes.toByteArray())) {
                return parse(bytes.toByteArray());
            }
            if (end) {
                return null;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** @return whether the file ended */
    private boolean readLine(ByteArrayOutputStream bytes) throws IOException {
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return true;
            }
            if (bytes.size() <= LONGEST_LINE) {
                bytes.write(next);
            }
        }
        return false;
    }

    private Row parse(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new Row.Broken(place(), "The line is not UTF-8");
        }
        try {
            JsonNode node = Json.MAPPER.readTree(line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
            return new Row.Of(place(), node, null);
        } catch (JacksonException e) {
            return new Row.Broken(place(), Json.reason(e));
        }
    }

    private Place place() {
        return new Place(name, line);
    }

    private static boolean blank(byte[] bytes) {
        for (var b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
