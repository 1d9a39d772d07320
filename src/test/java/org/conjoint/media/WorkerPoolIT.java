package org.conjoint.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.conjoint.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Whatever happens to a decoder, the console answers and goes on. */
class WorkerPoolIT {
    private static final Duration STALL = Duration.ofSeconds(8);

    @Test
    void a_job_whose_worker_is_killed_is_done_by_the_next_one() throws Exception {
        try (var workshop = warm(STALL)) {
            var job = taking(workshop, longSound(300));
            kill(awaitBusy(workshop, job, -1), "-KILL");
            assertThat(job.get().isReady()).isTrue();
            assertThat(job.get().durationMillis()).isEqualTo(300_000);
        }
    }

    @Test
    void a_job_that_kills_two_workers_is_refused_and_the_next_job_is_done() throws Exception {
        try (var workshop = warm(STALL)) {
            var job = taking(workshop, longSound(1200));
            long first = awaitBusy(workshop, job, -1);
            kill(first, "-KILL");
            kill(awaitBusy(workshop, job, first), "-KILL");
            assertThat(job.get().state())
                    .isEqualTo(new MediaState.Refused("decoder_died", "The decoder broke down on this file, twice."));
            assertThat(workshop.take(Synthetic.image("png", 20, 20, 2)).isReady())
                    .isTrue();
        }
    }

    @Test
    void a_worker_that_hangs_is_killed_and_its_job_refused() throws Exception {
        assumeTrue(File.separatorChar == '/', "Skipped: a process can be stopped by a signal only on Unix");
        try (var workshop = warm(Duration.ofSeconds(3))) {
            long pid = worker(workshop);
            kill(pid, "-STOP");
            var media = workshop.take(Synthetic.image("png", 21, 20, 3));
            assertThat(media.state())
                    .isEqualTo(new MediaState.Refused(
                            "decoder_hung", "The decoder did not come to an end with this file."));
            var process = ProcessHandle.of(pid);
            if (process.isPresent()) {
                process.get().onExit().get(20, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void a_picture_that_claims_too_many_pixels_is_refused_before_it_is_decoded() throws Exception {
        var png = Synthetic.image("png", 10, 10, 4);
        java.nio.ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        try (var workshop = Workshop.open()) {
            assertThat(workshop.take(png).state()).isInstanceOfSatisfying(MediaState.Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo("too_many_pixels");
                assertThat(refused.reason()).contains("60,000 × 60,000");
            });
        }
    }

    @Test
    void files_cut_short_or_scrambled_are_answered_without_a_worker_dying() throws Exception {
        var random = new Random(11);
        var originals = List.of(
                Synthetic.image("png", 200, 150, 5),
                Synthetic.image("jpg", 200, 150, 6),
                Synthetic.image("gif", 200, 150, 7),
                Synthetic.image("bmp", 64, 64, 8),
                Synthetic.tone(440, 22050, 2, 500));
        try (var workshop = warm(Duration.ofSeconds(60))) {
            long pid = worker(workshop);
            for (var original : originals) {
                for (int i = 0; i < 8; i++) {
                    workshop.take(Arrays.copyOf(original, 1 + random.nextInt(original.length - 1)));
                    var scrambled = original.clone();
                    for (int j = 0; j < 10; j++) {
                        scrambled[8 + random.nextInt(original.length - 8)] = (byte) random.nextInt();
                    }
                    workshop.take(scrambled);
                }
            }
            assertThat(workshop.pool.pids()).containsExactly(pid);
        }
    }

    @Test
    void a_drawing_is_drawn_but_neither_expands_entities_nor_reads_files() throws Exception {
        try (var workshop = Workshop.open()) {
            var plain =
                    "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><rect width='20' height='30'/>%s</svg>";
            var drawn = workshop.take(bytes(plain.formatted("")));
            assertThat(drawn.isReady()).isTrue();
            assertThat(drawn.width()).isEqualTo(40);
            var secret = Files.write(TestDatabase.newFolder().resolve("secret.png"), Synthetic.image("png", 40, 30, 9));
            var reading = plain.formatted(
                    "<image href='%s' width='40' height='30'/><script>1</script>".formatted(secret.toUri()));
            var media = workshop.take(bytes(reading));
            assertThat(media.isReady()).isTrue();
            assertThat(media.perceptualHash()).isEqualTo(drawn.perceptualHash());
            var laughs = new StringBuilder("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a0 'ha'>");
            for (int i = 1; i < 30; i++) {
                laughs.append("<!ENTITY a%d '%s'>"
                        .formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
            }
            laughs.append("]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>&a29;</text></svg>");
            workshop.take(bytes(laughs.toString()));
            assertThat(workshop.take(Synthetic.image("png", 22, 20, 10)).isReady())
                    .isTrue();
        }
    }

    @Test
    void a_playlist_cannot_make_a_worker_read_another_file() throws Exception {
        try (var workshop = Workshop.open()) {
            var other = Files.write(TestDatabase.newFolder().resolve("other.wav"), Synthetic.tone(440, 8000, 1, 900));
            for (var text : List.of(
                    "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfile://%s\n#EXT-X-ENDLIST\n".formatted(other),
                    "ffconcat version 1.0\nfile '%s'\n".formatted(other))) {
                assertThat(workshop.take(bytes(text)).state()).isInstanceOf(MediaState.Refused.class);
            }
        }
    }

    @Test
    void the_console_itself_loads_no_decoder() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/maps")), "Skipped: only Linux lists what a process has loaded");
        try (var workshop = Workshop.open()) {
            workshop.take(Synthetic.image("jpg", 50, 40, 12));
            workshop.take(Synthetic.tone(440, 8000, 1, 300));
            assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain("libav", "libjni", "opencv");
            var worker = Path.of("/proc", String.valueOf(worker(workshop)), "maps");
            assertThat(Files.readString(worker)).contains("libavcodec", "opencv");
        }
    }

    private static Workshop warm(Duration stall) throws Exception {
        var workshop = Workshop.withStall(stall);
        workshop.take(Synthetic.image("png", 9, 9, 1));
        return workshop;
    }

    private static CompletableFuture<Media> taking(Workshop workshop, Path file) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return workshop.take(file);
            } catch (Exception e) {
                throw new java.util.concurrent.CompletionException(e);
            }
        });
    }

    /** The id of the one worker process. */
    private static long worker(Workshop workshop) {
        return workshop.pool.pids().iterator().next();
    }

    /** The id of a worker process other than this, once it has begun to write what the job asks for. */
    private static long awaitBusy(Workshop workshop, CompletableFuture<Media> job, long not) throws Exception {
        while (!job.isDone()) {
            var pids = workshop.pool.pids();
            if (!pids.isEmpty() && !pids.contains(not) && workshop.hasMade("audio.mp4")) {
                return worker(workshop);
            }
            Thread.sleep(5);
        }
        throw new AssertionError("The job ended before its worker could be killed: " + job.get());
    }

    private static void kill(long pid, String signal) throws Exception {
        new ProcessBuilder("kill", signal, String.valueOf(pid)).start().waitFor();
    }

    /** A WAV file of silence, most of it a hole on disk. */
    private static Path longSound(int seconds) throws Exception {
        var header = Arrays.copyOf(Synthetic.tone(440, 48000, 2, 10), 44);
        int size = seconds * 4 * 48000;
        var file = TestDatabase.newFolder().resolve("long.wav");
        try (var wav = new RandomAccessFile(file.toFile(), "rw")) {
            java.nio.ByteBuffer.wrap(header)
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .putInt(4, 36 + size)
                    .putInt(40, size);
            wav.write(header);
            wav.setLength(44L + size);
        }
        return file;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
