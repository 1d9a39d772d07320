package org.conjoint.media.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The line between console and worker: each frame is one byte for its type, four for its length, and that many bytes of
 * JSON. Both ends count anything else as a broken worker.
 */
public final class Frames {
    private static final int LARGEST = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataInputStream in;
    private final DataOutputStream out;

    public Frames(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    /** The types of frames. */
    public enum Type {
        READY,
        JOB,
        /** Sent while a job runs, so that a hanging one shows. */
        PROGRESS,
        REPLY
    }

    /** A frame as read; {@code body} is JSON, or empty. */
    public record Frame(Type type, byte[] body) {

        /** The body as one of the protocol's records. */
        public <T> T as(Class<T> type) {
            return JSON.readValue(body, type);
        }
    }

    /** Sends a frame without a body. */
    public void send(Type type) throws IOException {
        send(type, new byte[0]);
    }

    /** Sends a frame with a record as its body. */
    public void send(Type type, Object body) throws IOException {
        send(type, JSON.writeValueAsBytes(body));
    }

    private synchronized void send(Type type, byte[] body) throws IOException {
        out.writeByte(type.ordinal());
        out.writeInt(body.length);
        out.write(body);
        out.flush();
    }

    /**
     * Waits for the next frame.
     *
     * @throws IOException when the other end is gone or does not speak the protocol
     */
    public Frame receive() throws IOException {
        int type = in.readUnsignedByte();
        int length = in.readInt();
        if (type >= Type.values().length || length < 0 || length > LARGEST) {
            throw new IOException("Not a frame: type %d, length %d".formatted(type, length));
        }
        return new Frame(Type.values()[type], in.readNBytes(length));
    }
}
