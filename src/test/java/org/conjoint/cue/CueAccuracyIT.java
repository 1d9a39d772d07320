package org.conjoint.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.conjoint.media.DerivativeKind;
import org.conjoint.path.DemoConsole;
import org.conjoint.testing.ConsoleProcess;
import org.conjoint.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is heard and seen at t after a seek is what the source has at t, within 20 ms. A time t is a time of the proxy.
 * It is the source's time as the source counts it: sample ⌊t × rate⌋ of what its decoder yields, without the encoder's
 * delay where the file says how long that is (LAME header, edit list). Where nothing in the file says it, the delay is
 * part of the sound.
 */
class CueAccuracyIT {
    private static final double TOLERANCE_MILLIS = 20;
    private static final int SEEKS = 24;
    private static final int PIECE = 2048;

    /** How long the long sound is; two hours with {@code -Dconjoint.test.long-sound=7205}, which takes some minutes. */
    private static final int LONG_SECONDS = Integer.getInteger("conjoint.test.long-sound", 905);

    @TempDir
    static Path folder;

    private static final List<String> TABLE = Collections.synchronizedList(new ArrayList<>(List.of(Errors.head())));
    private static Path data;
    private static DemoConsole console;
    private static Page page;

    /** Sounds of noise that tells the time. */
    enum SoundCase {
        MP3_VARIABLE_RATE("vbr.mp3", 44100, 90, false, "-c:a libmp3lame -q:a 4 -write_xing 0 -id3v2_version 0"),
        MP3_WITH_DELAY("delay.mp3", 44100, 60, true, "-c:a libmp3lame -b:a 128k"),
        MP3_SHORT("short.mp3", 44100, 0.4, true, "-c:a libmp3lame -q:a 2"),
        WAV_SHORT("short.wav", 48000, 0.4, true, "-c:a pcm_s16le"),
        OPUS("speech.opus", 48000, 45, true, "-c:a libopus -b:a 96k"),
        AAC_IN_MP4("sound.m4a", 44100, 30, true, "-c:a aac -b:a 128k"),
        LONG_VARIABLE_RATE(
                "long.mp3", 16000, LONG_SECONDS, false, "-c:a libmp3lame -q:a 6 -compression_level 9 -write_xing 0"),
        BESIDE_PICTURES("both.mp4", 44100, 20, true, "-f lavfi -i color=gray:s=64x48:r=25:d=20 -c:a aac -c:v mpeg4");

        final String file;
        final int rate;
        final double seconds;
        /** Whether the file says how long its encoder's delay is, or has none. */
        final boolean tells;

        final String encoding;

        SoundCase(String file, int rate, double seconds, boolean tells, String encoding) {
            this.file = file;
            this.rate = rate;
            this.seconds = seconds;
            this.tells = tells;
            this.encoding = encoding;
        }

        Source source() {
            return new Source(file, folder.resolve(file), data);
        }
    }

    /** Videos without sound whose pictures say their number; a picture is due from its time to the next one's. */
    enum VideoCase {
        TWENTY_FIVE("v25.mkv", "25", 500, "-c:v mpeg4 -q:v 3 -bf 2 -g 90"),
        NTSC("v2997.mp4", "30000/1001", 600, "-c:v mpeg4 -q:v 3 -bf 2 -g 300"),
        SIXTY("v60.webm", "60", 900, "-c:v libvpx -b:v 2M -g 200 -deadline realtime -cpu-used 8"),
        FIFTEEN("v15.avi", "15", 300, "-c:v mpeg4 -q:v 3"),
        FILM("v23976.mkv", "24000/1001", 500, "-c:v mpeg4 -q:v 3"),
        VARIABLE("vfr.mkv", "50", 900, "-vf select='lt(mod(n*n\\,17)\\,6)' -fps_mode vfr -c:v mpeg4 -q:v 3");

        final String file;
        final String rate;
        final int pictures;
        final String encoding;

        VideoCase(String file, String rate, int pictures, String encoding) {
            this.file = file;
            this.rate = rate;
            this.pictures = pictures;
            this.encoding = encoding;
        }

        Source source() {
            return new Source(file, folder.resolve(file), data);
        }

        double perSecond() {
            var parts = rate.split("/");
            return Double.parseDouble(parts[0]) / (parts.length > 1 ? Double.parseDouble(parts[1]) : 1);
        }

        boolean has(int picture) {
            return this != VARIABLE || picture * picture % 17 < 6;
        }
    }

    @BeforeAll
    static void open() throws IOException {
        data = TestDatabase.newFolder();
        var rows = new StringBuilder("id,audio_file_name,video_file_name\n");
        for (var sound : SoundCase.values()) {
            var file = folder.resolve(sound.file);
            Source.sound(file, sound.rate, sound.seconds, sound.encoding.split(" "));
            rows.append("%s,%s%n"
                    .formatted(
                            sound,
                            (sound == SoundCase.BESIDE_PICTURES ? "," : "")
                                    + sound.file
                                    + (sound == SoundCase.BESIDE_PICTURES ? "" : ",")));
        }
        for (var video : VideoCase.values()) {
            Source.video(folder.resolve(video.file), video.rate, video.pictures, video.encoding.split(" "));
            rows.append("%s,,%s%n".formatted(video, video.file));
        }
        Files.writeString(folder.resolve("metadata.csv"), rows);
        var imported = ConsoleProcess.run("import", folder.toString(), "--data", data.toString(), "--json");
        assertThat(imported.code()).as(imported.output()).isZero();
        assertThat(imported.result()).contains("\"refused\":0", "\"repaired\":0");
        console = DemoConsole.over(data);
        page = console.signedIn("ana").newPage();
        var bare = new Route.FulfillOptions().setContentType("text/html").setBody("<!doctype html><title>Cue</title>");
        page.route("**/cue/page", route -> route.fulfill(bare));
        page.navigate(console.address() + "/cue/page");
        page.evaluate(script("heard.js"));
    }

    private static String script(String name) throws IOException {
        try (var in = CueAccuracyIT.class.getResourceAsStream("/cue/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void close() throws IOException {
        Files.write(Path.of("target", "cue-accuracy.txt"), TABLE);
        TABLE.forEach(System.out::println);
        console.close();
    }

    @ParameterizedTest
    @EnumSource
    void the_proxy_has_each_sample_where_the_source_has_it(SoundCase sound) throws Exception {
        var source = Samples16.decoded(sound.source().file(), folder.resolve(sound + ".source.raw"), sound.rate);
        var proxy = proxy(sound);
        assertThat(proxy.seconds()).isCloseTo(source.seconds(), offset(0.002));
        var errors = new Errors(sound.file + ": proxy against the decoded source");
        for (double t : times(sound.ordinal(), proxy.seconds() - (double) PIECE / sound.rate)) {
            long first = (long) (t * sound.rate);
            int reach = Math.min(sound.rate / 2, 20_000);
            var piece = proxy.from(first, PIECE);
            errors.add(millis(SoundOfTime.lag(piece, source.from(first - reach, PIECE + 2 * reach), reach), sound));
        }
        report(errors, 0.1);
        if (sound.tells) {
            againstWhatWasEncoded(sound, proxy);
        }
    }

    private static void againstWhatWasEncoded(SoundCase sound, Samples16 proxy) throws IOException {
        var errors = new Errors(sound.file + ": proxy against what was encoded");
        for (double t : times(sound.ordinal(), proxy.seconds() - 2.0 * PIECE / sound.rate)) {
            long first = (long) (t * sound.rate);
            int reach = 2 * PIECE;
            var reference = new float[PIECE + 2 * reach];
            for (int i = 0; i < reference.length; i++) {
                reference[i] = (float) SoundOfTime.at(first - reach + i, sound.rate);
            }
            errors.add(millis(SoundOfTime.lag(proxy.from(first, PIECE), reference, reach), sound));
        }
        report(errors, TOLERANCE_MILLIS);
    }

    @ParameterizedTest
    @EnumSource
    void a_browser_plays_at_a_time_what_the_proxy_has_at_that_time(SoundCase sound) throws Exception {
        var proxy = proxy(sound);
        var player = page.evaluateHandle(
                "([url, rate]) => cue.sound(url, rate)",
                List.of(sound.source().address(DerivativeKind.AUDIO), sound.rate));
        var errors = new Errors(sound.file + ": Chromium after a seek against the proxy");
        int n = 0;
        for (double t : times(100 + sound.ordinal(), proxy.seconds() - (double) PIECE / sound.rate)) {
            var heard = (List<?>) player.evaluate(
                    "(player, [t, n, waits]) => player.at(t, n, waits)", List.of(t, PIECE, n++ % 2 == 0));
            var piece = new float[heard.size()];
            for (int i = 0; i < piece.length; i++) {
                piece[i] = ((Number) heard.get(i)).floatValue();
            }
            long first = (long) (t * sound.rate);
            int reach = Math.min(sound.rate / 2, 20_000);
            errors.add(millis(SoundOfTime.lag(piece, proxy.from(first - reach, PIECE + 2 * reach), reach), sound));
        }
        report(errors, TOLERANCE_MILLIS);
    }

    @ParameterizedTest
    @EnumSource
    void a_browser_shows_at_a_time_the_picture_that_the_source_has_at_that_time(VideoCase video) throws Exception {
        var player = page.evaluateHandle(
                "([url, bars]) => cue.video(url, bars)",
                List.of(video.source().address(DerivativeKind.VIDEO), PictureOfTime.BARS));
        var seconds = ((Number) player.evaluate("player => player.duration")).doubleValue();
        // a file of variable rate does not say how long its last picture is shown
        double unknown = video == VideoCase.VARIABLE ? 0.05 : 0.02;
        assertThat(seconds).isCloseTo(video.pictures / video.perSecond(), offset(unknown));
        var errors = new Errors(video.file + ": Chromium after a seek against the source");
        for (double t : times(200 + video.ordinal(), seconds - 0.001)) {
            int shown = ((Number) player.evaluate("(player, t) => player.at(t)", t)).intValue();
            errors.add(lateness(video, shown, t));
        }
        report(errors, TOLERANCE_MILLIS);
    }

    /** How far t lies outside of the time for which the source shows this picture, in milliseconds. */
    private static double lateness(VideoCase video, int shown, double t) {
        assertThat(video.has(shown)).as("picture %d", shown).isTrue();
        int next = shown + 1;
        while (!video.has(next) && next < video.pictures) {
            next++;
        }
        IntToDoubleFunction time = picture -> picture / video.perSecond();
        boolean last = next >= video.pictures;
        double early = t < time.applyAsDouble(shown) ? t - time.applyAsDouble(shown) : 0;
        double late = !last && t > time.applyAsDouble(next) ? t - time.applyAsDouble(next) : 0;
        return 1000 * (early + late);
    }

    private static Samples16 proxy(SoundCase sound) throws IOException {
        var target = folder.resolve(sound + ".proxy.raw");
        return Files.exists(target)
                ? new Samples16(target, sound.rate)
                : Samples16.decoded(sound.source().made(DerivativeKind.AUDIO), target, sound.rate);
    }

    /** Forward and backward: both ends, random times, and some shortly before the end. */
    private static List<Double> times(long seed, double last) {
        var random = new Random(seed);
        var times = new ArrayList<>(List.of(last, 0.0));
        while (times.size() < SEEKS) {
            boolean late = times.size() % 4 == 0;
            times.add(late ? last - random.nextDouble() * Math.min(last, 0.3) : random.nextDouble() * last);
        }
        return times;
    }

    private static double millis(int samples, SoundCase sound) {
        return 1000.0 * samples / sound.rate;
    }

    private static void report(Errors errors, double atMost) {
        TABLE.add(errors.row());
        assertThat(errors.count()).isGreaterThanOrEqualTo(20);
        assertThat(errors.worst()).as(errors.row()).isLessThanOrEqualTo(atMost);
    }
}
