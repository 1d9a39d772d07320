package org.conjoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.conjoint.exchange.format.Json;
import org.conjoint.testing.ConsoleProcess;
import org.conjoint.testing.Samples;
import org.conjoint.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A real data set through the command line: killed half way, started again, and a second time. */
class KilledImportIT {

    @ParameterizedTest
    @CsvSource({
        // posts and verdicts: 989 + 989 × 5 answers
        "nlvr-image-caption-verdicts, nlvr.yaml, 5934"
    })
    void an_import_killed_half_way_ends_with_the_same_counts_and_a_second_run_changes_nothing(
            String set, String mapping, long all) throws Exception {
        var data = TestDatabase.newFolder();
        var arguments = List.of(
                "import",
                Samples.folder(set).toAbsolutePath().toString(),
                "--map",
                Path.of("docs/formats/mappings", mapping).toString(),
                "--data",
                data.toString(),
                "--json");

        var reached = killAfter(all / 3, arguments);
        assertThat(reached).isBetween(all / 3, all - 1);

        var resumed = result(arguments);
        assertThat(resumed.at("/state").asString()).isEqualTo("DONE");
        assertThat(resumed.at("/job").asLong()).as("the same job goes on").isEqualTo(1);
        assertThat(resumed.at("/rows/created").asLong()).isEqualTo(all);
        assertThat(resumed.at("/rows/refused").asLong()).isZero();

        var second = result(arguments);
        assertThat(second.at("/rows/unchanged").asLong()).isEqualTo(all);
        assertThat(second.at("/rows/created").asLong()).isZero();
        assertThat(second.at("/rows/revised").asLong()).isZero();
    }

    /** Starts the command, kills its process once so many rows are committed, and returns how many were. */
    private static long killAfter(long rows, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "org.conjoint.cli.Conjoint"));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var done = 0L;
        var seen = new ArrayList<String>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null && done < rows; line = lines.readLine()) {
                seen.add(line);
                done = Math.max(done, committed(line));
            }
        } finally {
            var family = process.descendants().toList();
            process.destroyForcibly();
            family.forEach(ProcessHandle::destroyForcibly);
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(done).as(() -> String.join("\n", seen)).isGreaterThanOrEqualTo(rows);
        return done;
    }

    /** The number at the beginning of a line of progress, as in “1,200 of 5,934 rows”; 0 for other lines. */
    private static long committed(String line) {
        var words = line.strip().split(" of [0-9,]+ rows", 2);
        return words.length == 2 && words[0].matches("[0-9,]+") ? Long.parseLong(words[0].replace(",", "")) : 0;
    }

    private static JsonNode result(List<String> arguments) {
        var finished = ConsoleProcess.run(arguments.toArray(String[]::new));
        assertThat(finished.code()).as(finished.output()).isZero();
        assertThat(finished.result().lines()).as(finished.output()).hasSize(1);
        return Json.MAPPER.readTree(finished.result());
    }
}
