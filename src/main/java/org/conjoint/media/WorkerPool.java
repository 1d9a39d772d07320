package org.conjoint.media;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import org.conjoint.media.WorkerProcess.Died;
import org.conjoint.media.WorkerProcess.Hung;
import org.conjoint.media.worker.MediaReply;
import org.conjoint.media.worker.MediaWorker;
import org.conjoint.media.worker.WorkerJob;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decoding processes: warm, as many as configured, each with one job at a time. One that dies or hangs is killed and
 * replaced; its job is tried once more after a death, and refused after a second one or a hang.
 */
final class WorkerPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final Duration START = Duration.ofSeconds(180);

    private final MediaProperties properties;
    private final Path folder;
    private final List<String> command;
    private final LinkedBlockingDeque<Seat> free = new LinkedBlockingDeque<>();
    private final Set<WorkerProcess> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** A place for one process, empty until it is needed. */
    private static final class Seat {
        @Nullable WorkerProcess process;
    }

    WorkerPool(MediaProperties properties, Path folder) {
        this(properties, folder, MediaWorker.class.getName());
    }

    WorkerPool(MediaProperties properties, Path folder, String mainClass) {
        this.properties = properties;
        this.folder = folder;
        this.command = command(properties, folder, mainClass);
        for (int i = 0; i < properties.workerCount(); i++) {
            free.add(new Seat());
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Java with bounded heap, in a shell that first bounds the address space where the system can. */
    private static List<String> command(MediaProperties properties, Path folder, String mainClass) {
        var command = new ArrayList<String>();
        if (File.separatorChar == '/') {
            command.addAll(
                    List.of("/bin/sh", "-c", "ulimit -v \"$0\" 2>/dev/null; ulimit -c 0 2>/dev/null; exec \"$@\""));
            command.add(String.valueOf(properties.memoryMegabytes() * 1024L));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + properties.heapMegabytes() + "m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Dorg.bytedeco.javacpp.maxBytes=0",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("native")));
        command.add("-cp");
        command.add(absolute(System.getProperty("java.class.path")));
        command.add(mainClass);
        return command;
    }

    private static String absolute(String classPath) {
        var entries = new ArrayList<String>();
        for (var entry : classPath.split(File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    /** Has a job done as soon as a process is free. */
    MediaReply run(WorkerJob job) throws IOException, InterruptedException {
        var seat = free.takeFirst();
        try {
            return attempt(seat, job, 1);
        } finally {
            free.addFirst(seat);
        }
    }

    private MediaReply attempt(Seat seat, WorkerJob job, int attempt) throws IOException, InterruptedException {
        try {
            return process(seat).run(job, properties.stall(), properties.timeout());
        } catch (Died e) {
            vacate(seat);
            LOG.warn(
                    "A decoder died on {} (attempt {}): {}",
                    Path.of(job.original()).getFileName(),
                    attempt,
                    e.getMessage());
            if (closed) {
                throw new IOException("The decoders have been stopped", e);
            }
            if (attempt < 2) {
                empty(Path.of(job.folder()));
                return attempt(seat, job, attempt + 1);
            }
            return new MediaReply.Refused("decoder_died", "The decoder broke down on this file, twice.");
        } catch (Hung e) {
            vacate(seat);
            LOG.warn("A decoder hung on {}: {}", Path.of(job.original()).getFileName(), e.getMessage());
            return new MediaReply.Refused("decoder_hung", "The decoder did not come to an end with this file.");
        } catch (InterruptedException e) {
            vacate(seat);
            throw e;
        }
    }

    private WorkerProcess process(Seat seat) throws IOException, InterruptedException {
        var process = seat.process;
        if (process != null && process.isAlive() && process.jobs() < properties.jobsPerWorker()) {
            return process;
        }
        vacate(seat);
        process = WorkerProcess.start(command, folder);
        running.add(process);
        seat.process = process;
        try {
            process.awaitReady(START);
        } catch (Died | Hung e) {
            vacate(seat);
            throw new IOException(
                    "No decoder could be started: %s. Try: %s".formatted(e.getMessage(), String.join(" ", command)), e);
        }
        return process;
    }

    private void vacate(Seat seat) {
        var process = seat.process;
        seat.process = null;
        if (process != null) {
            running.remove(process);
            process.close();
        }
    }

    private static void empty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /** The processes at this moment, by their ids. */
    Collection<Long> pids() {
        return running.stream().map(WorkerProcess::pid).toList();
    }

    @Override
    public void close() {
        closed = true;
        running.forEach(WorkerProcess::close);
    }
}
