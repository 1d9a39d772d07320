package org.conjoint.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import org.conjoint.media.worker.Frames.Type;
import org.jspecify.annotations.Nullable;

/**
 * The worker process: answers one job after another until its standard input ends. It knows nothing of the console; all
 * it has is the path of one file and an empty folder.
 */
public final class MediaWorker {
    private static final long PROGRESS_NANOS = 500_000_000L;

    private static @Nullable Frames line;
    private static long told;

    private MediaWorker() {}

    public static void main(String[] args) throws IOException {
        line = new Frames(
                new FileInputStream(FileDescriptor.in),
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        av_log_set_level(AV_LOG_QUIET);
        PerceptualHash.load();
        line.send(Type.READY);
        try {
            while (true) {
                var frame = line.receive();
                line.send(Type.REPLY, Decoder.run(frame.as(WorkerJob.class)));
            }
        } catch (EOFException e) {
            System.exit(0);
        }
    }

    /** Tells the console that the job is still moving; called from loops over packets, frames and pictures. */
    static void progress() throws IOException {
        long now = System.nanoTime();
        if (line != null && now - told > PROGRESS_NANOS) {
            told = now;
            line.send(Type.PROGRESS);
        }
    }
}
