package org.conjoint.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.conjoint.testing.Samples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

class TranscriptTest {

    @Test
    void plain_text_is_one_transcript_without_times() {
        var read = Transcript.read("He never locks it.\r\n");
        assertThat(read.transcript()).isEqualTo(Transcript.plain("He never locks it.\r\n"));
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void webvtt_is_known_by_its_first_line_and_kept_byte_for_byte() {
        var text =
                "\uFEFFWEBVTT - a title\r\nX: y\r\n\r\nNOTE a comment\r\n\r\n1\r\n00:01.500 --> 01:00:04.000 align:start\r\none\r\ntwo\r\n";
        var read = Transcript.read(text);
        assertThat(read.transcript().format()).isEqualTo(TranscriptFormat.WEBVTT);
        assertThat(read.transcript().text()).isEqualTo(text);
        assertThat(read.transcript().cues()).containsExactly(new Cue(1500, 3_604_000, "one\ntwo"));
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void srt_is_known_by_its_first_times() {
        var read =
                Transcript.read("1\n00:00:01,000 --> 00:00:02,000\nHello\n\n2\n00:00:03,000 --> 00:00:04,000\nyou\n");
        assertThat(read.transcript().format()).isEqualTo(TranscriptFormat.SRT);
        assertThat(read.transcript().words()).isEqualTo("Hello\nyou");
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void a_cue_with_wrong_times_is_left_out_and_named_with_its_line() {
        var read = Transcript.read(
                "WEBVTT\n\n00:61.000 --> 00:62.000\nno\n\n00:01.000 --> 00:02.000\nyes\n\n00:09.000 --> 00:03.000\nback\n");
        assertThat(read.transcript().cues()).containsExactly(new Cue(1000, 2000, "yes"));
        assertThat(read.problems()).extracting(TranscriptProblem::line).containsExactly(3, 9);
    }

    @Test
    void text_that_claims_to_be_webvtt_has_no_cues_and_a_problem() {
        var read = Transcript.read(TranscriptFormat.WEBVTT, "00:01.000 --> 00:02.000\nx");
        assertThat(read.transcript().cues()).isEmpty();
        assertThat(read.problems()).hasSize(1);
    }

    /** Times of hours and minutes alone, which vtt.js takes and W3C WebVTT refuses. */
    private static final Set<String> BESIDE_THE_STANDARD = Set.of("min-top-digits.vtt", "minimum-spots-over-sixty.vtt");

    /** The cases of Mozilla's vtt.js with the cues it expects; without those for which it expects failure. */
    @TestFactory
    List<DynamicTest> cues_are_those_that_a_browser_shows() throws IOException {
        var folder = Samples.folder("webvtt-vttjs");
        var tests = new ArrayList<DynamicTest>();
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".vtt"))
                    .filter(file -> Files.exists(expected(file)))
                    .filter(file ->
                            !BESIDE_THE_STANDARD.contains(file.getFileName().toString()))
                    .sorted()
                    .forEach(file -> tests.add(
                            DynamicTest.dynamicTest(folder.relativize(file).toString(), () -> compare(file))));
        }
        assertThat(tests).hasSizeGreaterThan(80);
        return tests;
    }

    private static void compare(Path file) throws IOException {
        var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        var wanted = new ArrayList<Cue>();
        for (var cue : JsonMapper.shared().readTree(expected(file)).path("cues")) {
            wanted.add(new Cue(
                    Math.round(cue.path("startTime").asDouble() * 1000),
                    Math.round(cue.path("endTime").asDouble() * 1000),
                    cue.path("text").asString()));
        }
        assertThat(Transcript.read(TranscriptFormat.WEBVTT, text).transcript().cues())
                .containsExactlyElementsOf(wanted);
    }

    private static Path expected(Path file) {
        return file.resolveSibling(file.getFileName().toString().replace(".vtt", ".json"));
    }
}
