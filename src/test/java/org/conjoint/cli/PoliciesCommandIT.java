package org.conjoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.conjoint.policy.files.Folders;
import org.conjoint.testing.ConsoleProcess;
import org.conjoint.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Policies out of one console and into another, by the command line. */
class PoliciesCommandIT {

    @TempDir
    Path disk;

    @Test
    void export_and_import_are_exact_inverses() throws Exception {
        var here = TestDatabase.newFolder();
        var there = TestDatabase.newFolder();
        var written = disk.resolve("written");
        write(
                written.resolve("neighbours"),
                windows(Folders.overlaid(Folders.renamed("neighbours", "NEI"), "neighbours", "NEI")));

        var first = run("import", written, here, 0);
        assertThat(outcomes(first)).isEqualTo(Map.of("neighbours", "new_policy"));

        var out = disk.resolve("out");
        assertThat(outcomes(run("export", out, here, 0)))
                .hasSize(8)
                .containsValue("written")
                .doesNotContainValue("refused");
        assertThat(tree(out.resolve("neighbours"))).isEqualTo(tree(written.resolve("neighbours")));
        assertThat(outcomes(run("import", out, here, 0)).values()).hasSize(8).containsOnly("unchanged");

        var others = outcomes(run("import", out, there, 0));
        assertThat(others).containsEntry("neighbours", "new_policy").containsEntry("harassment", "unchanged");
        var again = disk.resolve("again");
        run("export", again, there, 0);
        assertThat(tree(again)).isEqualTo(tree(out));
    }

    @Test
    void each_folder_tells_what_became_of_it() throws Exception {
        var data = TestDatabase.newFolder();
        var folders = disk.resolve("folders");
        write(folders.resolve("harassment"), Folders.later("harassment", "HAR"));
        write(folders.resolve("thefts"), Folders.renamed("thefts", "HAR"));
        write(
                folders.resolve("scams"),
                Folders.changed(Folders.starter("scams"), "en.md", "## Terms", "<b>x</b>\n\n## Terms"));
        try (var large = new RandomAccessFile(
                Files.createDirectories(folders.resolve("adult"))
                        .resolve("en.md")
                        .toFile(),
                "rw")) {
            large.setLength(50L * 1024 * 1024);
        }
        var result = run("import", folders, data, 5);
        assertThat(outcomes(result))
                .isEqualTo(Map.of(
                        "harassment", "draft", "thefts", "prefix_taken", "scams", "refused", "adult", "refused"));
        assertThat(row(result, "harassment").at("/basedOn").asString()).isEqualTo("1.0.0");
        assertThat(row(result, "harassment").at("/changed/0").asString()).isEqualTo("HAR-2.2");
        assertThat(row(result, "scams").at("/problems/0").asString())
                .matches("en\\.md:\\d+: raw HTML is not allowed here; .*");
        assertThat(row(result, "adult").at("/problems/0").asString())
                .startsWith("en.md:1: the file has 52,428,800 bytes");

        var latest = disk.resolve("latest");
        var exported = ConsoleProcess.run(
                "policies",
                "export",
                latest.toString(),
                "--policy",
                "harassment",
                "--version",
                "latest",
                "--data",
                data.toString());
        assertThat(exported.code()).isZero();
        assertThat(exported.result()).startsWith("written harassment 1.0.0: ");
    }

    @Test
    void a_prompt_is_written_once() throws Exception {
        var data = TestDatabase.newFolder();
        var file = disk.resolve("prompt.md");
        var arguments = new String[] {
            "policies", "prompt", "threats", "--locale", "de", "--out", file.toString(), "--data", data.toString()
        };
        assertThat(ConsoleProcess.run(arguments).code()).isZero();
        assertThat(Files.readString(file)).startsWith("# ").contains("## VIOLATES", "text in de");
        var second = ConsoleProcess.run(arguments);
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.messages()).contains("exists already; name a new file");
    }

    private static JsonNode run(String command, Path directory, Path data, int code) {
        var finished =
                ConsoleProcess.run("policies", command, directory.toString(), "--data", data.toString(), "--json");
        assertThat(finished.code()).as(finished.output()).isEqualTo(code);
        return JsonMapper.shared().readTree(finished.result());
    }

    private static Map<String, String> outcomes(JsonNode result) {
        var outcomes = new TreeMap<String, String>();
        result.at("/policies")
                .forEach(row -> outcomes.put(
                        row.at("/folder").asString().replaceAll(".*/", ""),
                        row.at("/outcome").asString()));
        return outcomes;
    }

    private static JsonNode row(JsonNode result, String folder) {
        return result.at("/policies")
                .valueStream()
                .filter(row -> row.at("/folder").asString().equals(folder))
                .findFirst()
                .orElseThrow();
    }

    /** As some editors leave them. */
    private static Map<String, byte[]> windows(Map<String, byte[]> files) {
        var texts = Folders.text(files);
        texts.replaceAll((name, text) -> "\uFEFF" + text.replace("\n", "\r\n"));
        return Folders.bytes(texts);
    }

    private static void write(Path folder, Map<String, byte[]> files) throws IOException {
        Files.createDirectories(folder);
        for (var file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** Every file of a folder by its path, with its bytes in hex digits. */
    private static Map<String, String> tree(Path folder) throws IOException {
        var tree = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                tree.put(folder.relativize(path).toString(), HexFormat.of().formatHex(Files.readAllBytes(path)));
            }
        }
        assertThat(tree).isNotEmpty();
        return tree;
    }
}
