package org.conjoint.media;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.conjoint.media.worker.Frames;
import org.conjoint.media.worker.MediaReply;
import org.conjoint.media.worker.WorkerJob;
import org.jspecify.annotations.Nullable;

/** One decoding process: started, given jobs one at a time, and killed at the first sign of trouble. */
final class WorkerProcess implements AutoCloseable {

    /** The process ended, or spoke nonsense, before it answered. */
    static final class Died extends Exception {
        private static final long serialVersionUID = 1L;

        Died(String message) {
            super(message);
        }
    }

    /** The process was silent, or busy, for too long. */
    static final class Hung extends Exception {
        private static final long serialVersionUID = 1L;

        Hung(String message) {
            super(message);
        }
    }

    private record Event(Frames.@Nullable Frame frame) {}

    private final Process process;
    private final Frames line;
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private int jobs;

    private WorkerProcess(Process process) {
        this.process = process;
        this.line = new Frames(process.getInputStream(), new BufferedOutputStream(process.getOutputStream()));
        Thread.ofVirtual().name("media-worker-" + process.pid()).start(this::listen);
    }

    /** Starts a process in an otherwise empty environment. */
    static WorkerProcess start(List<String> command, Path folder) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(List.of("PATH", "LANG", "LC_ALL"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        return new WorkerProcess(builder.start());
    }

    private void listen() {
        try {
            while (true) {
                events.add(new Event(line.receive()));
            }
        } catch (IOException | RuntimeException e) {
            events.add(new Event(null));
        }
    }

    /** Waits for its first sign of life. */
    void awaitReady(Duration stall) throws Died, Hung, InterruptedException {
        if (next(stall).type() != Frames.Type.READY) {
            throw new Died("It began with something else than being ready");
        }
    }

    /** Has a job done. After an exception the process is of no more use. */
    MediaReply run(WorkerJob job, Duration stall, Duration timeout) throws Died, Hung, InterruptedException {
        jobs++;
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            line.send(Frames.Type.JOB, job);
        } catch (IOException e) {
            throw new Died("It no longer listens");
        }
        while (true) {
            var frame = next(stall);
            switch (frame.type()) {
                case PROGRESS -> {
                    if (System.nanoTime() > deadline) {
                        throw new Hung("It is still busy after " + timeout);
                    }
                }
                case REPLY -> {
                    return reply(frame);
                }
                case READY, JOB -> throw new Died("It answered " + frame.type());
            }
        }
    }

    private static MediaReply reply(Frames.Frame frame) throws Died {
        try {
            return frame.as(MediaReply.class);
        } catch (RuntimeException e) {
            throw new Died("Its answer cannot be read");
        }
    }

    private Frames.Frame next(Duration stall) throws Died, Hung, InterruptedException {
        var event = events.poll(stall.toNanos(), TimeUnit.NANOSECONDS);
        if (event == null) {
            throw new Hung("It has been silent for " + stall);
        }
        if (event.frame() == null) {
            throw new Died("It ended");
        }
        return event.frame();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int jobs() {
        return jobs;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
