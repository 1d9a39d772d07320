package org.conjoint.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.conjoint.bench.Programs.Cost;
import org.conjoint.media.BenchWorker;
import org.conjoint.media.worker.MediaJob.Extent;

/**
 * What a warm worker does in a second of processor time, beside programs that do the same to the same files in the same
 * run. All inputs are made here.
 */
public final class IngestBench {
    private static final List<Integer> LADDER = List.of(320, 1024, 2048);
    private static final List<Integer> ONE = List.of(512);
    private static final int SOUND_SECONDS = 600;
    private static final int VIDEO_SECONDS = 10;
    private static final String JPEG = "image/jpeg";

    private final Programs programs = new Programs();
    private final Path folder;
    private final BenchWorker worker;
    private final List<Path> photographs = new ArrayList<>();
    private final Path sound;
    private final Path video;

    private IngestBench(Path folder) throws Exception {
        this.folder = folder;
        this.worker = new BenchWorker(folder.resolve("work"));
        for (int i = 0; i < 4; i++) {
            photographs.add(Inputs.photograph(folder.resolve("photograph%d.jpg".formatted(i)), i));
        }
        var wav = Inputs.speech(folder.resolve("speech.wav"), SOUND_SECONDS);
        sound = Inputs.made(
                programs,
                folder.resolve("speech.mp3"),
                List.of("-i", wav.toString(), "-c:a", "libmp3lame", "-b:a", "128k"));
        video = Inputs.made(
                programs,
                folder.resolve("clip.mp4"),
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=1280x720:rate=30",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=330",
                        "-t",
                        String.valueOf(VIDEO_SECONDS),
                        "-c:v",
                        "libopenh264",
                        "-b:v",
                        "3M",
                        "-c:a",
                        "aac"));
    }

    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("conjoint-bench-ingest");
        try {
            var bench = new IngestBench(folder);
            try {
                bench.run();
            } finally {
                bench.worker.close();
            }
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    private void run() throws Exception {
        System.out.printf(
                "12-megapixel JPEGs of %.1f MB; MP3 of %d s; 720p video of %d s. Rates per second of processor time.%n%n",
                Files.size(photographs.getFirst()) / 1e6, SOUND_SECONDS, VIDEO_SECONDS);
        System.out.println("| what | Conjoint's worker | beside | its rate | ratio | aim |");
        System.out.println("|---|--:|---|--:|--:|--:|");
        previews();
        peaks();
        soundProxy();
        videoProxy();
        probe();
    }

    private void previews() throws Exception {
        double one = perSecond(20, i -> worker.run(photograph(i), JPEG, ONE, Extent.LOOK));
        var vips = Programs.installed("vipsthumbnail");
        if (vips.isPresent()) {
            for (var type : List.of("webp[Q=82,strip]", "jpg[Q=82,strip]")) {
                var arguments =
                        new ArrayList<>(List.of(vips.get().toString(), "--size", "512", "-o", "%s-small." + type));
                for (int i = 0; i < 12; i++) {
                    arguments.add(photograph(i).toString());
                }
                var name = "vipsthumbnail, one process, to " + type.substring(0, type.indexOf('['));
                row("JPEG to 512 px WebP, images", one, name, 12 / seconds(Programs.run(arguments)), "0.8");
            }
        }
        double ffmpeg = programsPerSecond(
                6,
                i -> programs.ffmpeg(List.of(
                        "-lowres",
                        "2",
                        "-i",
                        photograph(i).toString(),
                        "-vf",
                        "scale=512:-1",
                        "-c:v",
                        "libwebp",
                        "-quality",
                        "82",
                        "-compression_level",
                        "1",
                        "-y",
                        folder.resolve("small.webp").toString())));
        row("JPEG to 512 px WebP, images", one, "ffmpeg, DCT-scaled, a process each", ffmpeg, "");
        double ladder = perSecond(8, i -> worker.run(photograph(i), JPEG, LADDER, Extent.ALL));
        double same = programsPerSecond(
                3,
                i -> programs.ffmpeg(List.of(
                        "-lowres",
                        "1",
                        "-i",
                        photograph(i).toString(),
                        "-filter_complex",
                        "[0]split[a][b];[b]scale=1024:-1,split[c][d];[d]scale=320:-1[e]",
                        "-map",
                        "[a]",
                        "-quality",
                        "82",
                        "-compression_level",
                        "1",
                        "-y",
                        folder.resolve("l.webp").toString(),
                        "-map",
                        "[c]",
                        "-quality",
                        "82",
                        "-compression_level",
                        "1",
                        folder.resolve("m.webp").toString(),
                        "-map",
                        "[e]",
                        "-quality",
                        "82",
                        "-compression_level",
                        "1",
                        folder.resolve("s.webp").toString())));
        row("JPEG to 2048, 1024, 320 px and hash, images", ladder, "ffmpeg, the three sizes", same, "");
    }

    private void peaks() throws Exception {
        double ours = SOUND_SECONDS * perSecond(3, i -> worker.run(sound, "audio/mpeg", LADDER, Extent.LOOK));
        double decode = SOUND_SECONDS
                * programsPerSecond(3, i -> programs.ffmpeg(List.of("-i", sound.toString(), "-f", "null", "-")));
        row("MP3 to peaks, × real time", ours, "ffmpeg, decoding alone", decode, "");
        var audiowaveform = Programs.installed("audiowaveform");
        if (audiowaveform.isPresent()) {
            double theirs = SOUND_SECONDS
                    * programsPerSecond(
                            3,
                            i -> Programs.run(List.of(
                                    audiowaveform.get().toString(),
                                    "-q",
                                    "-i",
                                    sound.toString(),
                                    "-o",
                                    folder.resolve("peaks.dat").toString(),
                                    "-z",
                                    "441",
                                    "-b",
                                    "8")));
            row("MP3 to peaks, × real time", ours, "audiowaveform", theirs, "1.5");
        } else {
            row("MP3 to peaks, × real time", ours, "audiowaveform (513, measured elsewhere)", 513, "1.5");
        }
    }

    private void soundProxy() throws Exception {
        double ours = SOUND_SECONDS * perSecond(2, i -> worker.run(sound, "audio/mpeg", LADDER, Extent.ALL));
        double theirs = SOUND_SECONDS
                * programsPerSecond(
                        2,
                        i -> programs.ffmpeg(List.of(
                                "-i",
                                sound.toString(),
                                "-af",
                                "ebur128=framelog=quiet:peak=none",
                                "-c:a",
                                "flac",
                                "-sample_fmt",
                                "s16",
                                "-compression_level",
                                "2",
                                "-y",
                                folder.resolve("sound.flac").toString())));
        row("MP3 to FLAC, loudness, peaks, × real time", ours, "ffmpeg, FLAC and loudness", theirs, "");
    }

    private void videoProxy() throws Exception {
        double ours = VIDEO_SECONDS * perSecond(1, i -> worker.run(video, "video/mp4", LADDER, Extent.ALL));
        double theirs = VIDEO_SECONDS
                * programsPerSecond(
                        1,
                        i -> programs.ffmpeg(List.of(
                                "-i",
                                video.toString(),
                                "-c:v",
                                "libopenh264",
                                "-b:v",
                                "3M",
                                "-g",
                                "30",
                                "-c:a",
                                "aac",
                                "-b:a",
                                "96k",
                                "-movflags",
                                "+faststart",
                                "-y",
                                folder.resolve("proxy.mp4").toString())));
        row("720p to proxy, poster, cuts, sound, × real time", ours, "ffmpeg, proxy alone", theirs, "");
    }

    private void probe() throws Exception {
        for (var file : List.of(photographs.getFirst(), sound, video)) {
            var what = "probe " + file.getFileName() + ", files per second of clock";
            double ours = perSecondOfClock(300, i -> worker.run(file, JPEG, LADDER, Extent.PROBE));
            row(
                    what,
                    ours,
                    "FFmpeg's own ffprobe, a process each",
                    perSecondOfClock(10, i -> programs.ffprobe(file)),
                    "");
            var installed = Programs.installed("ffprobe");
            if (installed.isPresent()) {
                double theirs = perSecondOfClock(
                        10, i -> Programs.run(Programs.probing(installed.get().toString(), file)));
                row(what, ours, "ffprobe as installed, a process each", theirs, "15");
            }
        }
    }

    private interface Work {
        void run(int i) throws Exception;
    }

    private interface Program {
        Cost run(int i) throws Exception;
    }

    /** Runs of the worker per second of its processor time, after as many runs to warm up. */
    private double perSecond(int times, Work work) throws Exception {
        for (int i = 0; i < times; i++) {
            work.run(i);
        }
        var before = worker.cpu();
        for (int i = 0; i < times; i++) {
            work.run(i);
        }
        return times / seconds(worker.cpu().minus(before));
    }

    /** Runs per second of elapsed time, which starting a process costs more of than processor time. */
    private static double perSecondOfClock(int times, Work work) throws Exception {
        for (int i = 0; i < times; i++) {
            work.run(i);
        }
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            work.run(i);
        }
        return times * 1e9 / (System.nanoTime() - start);
    }

    private static double programsPerSecond(int times, Program program) throws Exception {
        double seconds = 0;
        for (int i = 0; i < times; i++) {
            seconds += seconds(program.run(i));
        }
        return times / seconds;
    }

    private static double seconds(Cost cost) {
        return seconds(cost.cpu());
    }

    private static double seconds(Duration duration) {
        return Math.max(duration.toNanos(), 1_000_000) / 1e9;
    }

    private Path photograph(int i) {
        return photographs.get(i % photographs.size());
    }

    private static void row(String what, double ours, String beside, double theirs, String aim) {
        System.out.printf(
                Locale.ROOT, "| %s | %.1f | %s | %.1f | %.2f | %s |%n", what, ours, beside, theirs, ours / theirs, aim);
    }
}
