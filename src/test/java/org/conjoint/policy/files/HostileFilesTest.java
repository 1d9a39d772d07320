package org.conjoint.policy.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conjoint.policy.files.Folders.changed;
import static org.conjoint.policy.files.Folders.refused;
import static org.conjoint.policy.files.Folders.starter;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What else is refused stands in {@link PolicyFilesTest}; what is made canonical, in {@link CanonicalFormTest}. */
class HostileFilesTest {

    @TempDir
    Path disk;

    @Test
    void an_alias_bomb_is_refused_at_its_first_anchor() {
        var bomb = new StringBuilder(
                "format: 1\na: &a [\"lol\",\"lol\",\"lol\",\"lol\",\"lol\",\"lol\",\"lol\",\"lol\"]\n");
        for (var c = 'b'; c <= 'z'; c++) {
            bomb.append("%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n"
                    .formatted(c, c, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1));
        }
        var files = starter("harassment");
        files.put("policy.yaml", bomb.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(told(refused("harassment", files)))
                .containsExactly(
                        "policy.yaml:2: it uses an anchor or an alias; write the value out where it is needed");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            policy.yaml   | format: 1 => %YAML 1.1\\n---\\nformat: 1                   | policy.yaml:1: it has a YAML directive
            policy.yaml   | format: 1 => %YAML 3.0\\n---\\nformat: 1                   | policy.yaml:1: not YAML
            policy.yaml   | format: 1 => %TAG ! tag:x,2026:\\n---\\nformat: 1          | policy.yaml:1: it has a YAML directive
            policy.yaml   | prefix: HAR => prefix: HAR\\n...\\n---\\nformat: 1         | policy.yaml:5: a second document begins
            policy.yaml   | prefix: HAR => <<: {a: 1}\\nprefix: HAR                    | policy.yaml:3: there is no field “<<” here
            policy.yaml   | severity: medium, => severity: medium, severity: low,      | policy.yaml:17: “severity” is given twice
            changes.yaml  | HAR-4.1: {kind: initial} => HAR-3.2: {kind: initial}       | changes.yaml:15: “HAR-3.2” is given twice
            examples.yaml | purpose: teach => purpose: teach\\n    purpose: gold       | examples.yaml:6: “purpose” is given twice
            en.md         | locale: en => locale: en\\nlocale: de                      | en.md:5: “locale” is given twice
            en.md         | locale: en => locale: &l en                                | en.md:4: it uses an anchor or an alias
            en.md         | People disagree => <script>alert(1)</script>\\nPeople     | en.md:12: raw HTML is not allowed here
            en.md         | People disagree => People <img src=x onerror=alert(1)> dis | en.md:12: raw HTML is not allowed here
            en.md         | People disagree => <!-- hidden --> People                  | en.md:12: raw HTML is not allowed here
            en.md         | People disagree => People <https://evil.example> disagree  | en.md:12: a link is not allowed here
            en.md         | People disagree => People\\u202Edisagree                   | en.md:12: the character U+202E cannot be seen
            en.md         | People disagree => People\\u001B[2J disagree               | en.md:12: the character U+001B cannot be seen
            """)
    void what_could_deceive_a_reader_or_a_machine_is_refused_with_its_line(String file, String change, String problem) {
        var sides = change.replace("\\n", "\n")
                .replace("\\u202E", "\u202E")
                .replace("\\u001B", "\u001B")
                .split(" => ", 2);
        assertThat(told(refused("harassment", changed(starter("harassment"), file, sides[0], sides[1]))))
                .anySatisfy(told -> assertThat(told).startsWith(problem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void deep_nesting_is_refused_with_its_line(String open) {
        var files = starter("harassment");
        files.put("policy.yaml", ("format: 1\na:\n  " + open.repeat(900)).getBytes(StandardCharsets.UTF_8));
        assertThat(refused("harassment", files))
                .filteredOn(problem -> problem.file().equals("policy.yaml"))
                .anySatisfy(problem -> {
                    assertThat(problem.line()).isEqualTo(3);
                    assertThat(problem.what()).containsAnyOf("it is nested too deep", "not YAML", "not a word");
                });
    }

    @Test
    void other_encodings_are_refused_with_the_line_up_to_which_they_could_be_read() {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
            var files = starter("harassment");
            files.compute(
                    "en.md", (name, bytes) -> ("\uFEFF" + new String(bytes, StandardCharsets.UTF_8)).getBytes(charset));
            assertThat(told(refused("harassment", files)))
                    .anySatisfy(told -> assertThat(told).startsWith("en.md:1: the bytes after here are not UTF-8"));
        }
        var files = starter("harassment");
        var latin = "---\npolicy: harassment\nlocale: d\u00E9\n".getBytes(StandardCharsets.ISO_8859_1);
        files.put("de.md", latin);
        assertThat(told(refused("harassment", files)))
                .anySatisfy(told -> assertThat(told).startsWith("de.md:3: the bytes after here are not UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../en.md",
                "/etc/passwd",
                "..\\en.md",
                "C:\\en.md",
                "sub/en.md",
                "en.md/",
                "en.md\u0000.png",
                "EN.md",
                ".env",
                "policy.yaml ",
                "policy.yml",
                "con",
                "overlay../../at.md",
                "\u001B[2J.md",
                "e\u0301n.md"
            })
    void a_name_that_leads_elsewhere_is_refused_and_shown_harmless(String name) {
        var files = starter("harassment");
        files.put(name, new byte[] {'x'});
        assertThat(refused("harassment", files)).singleElement().satisfies(problem -> {
            assertThat(problem.what()).isEqualTo("the file has no place in a policy");
            assertThat(problem.toString().chars().noneMatch(Character::isISOControl))
                    .isTrue();
        });
    }

    @Test
    void a_file_of_50_mb_is_refused_without_being_read() throws IOException {
        var folder = written("harassment");
        try (var large = new RandomAccessFile(folder.resolve("examples.yaml").toFile(), "rw")) {
            large.setLength(50L * 1024 * 1024);
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        var found = PolicyFolders.in(disk);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8L * 1024 * 1024);
        assertThat(found).singleElement().satisfies(policy -> {
            assertThat(told(policy.problems()))
                    .containsExactly("examples.yaml:1: the file has 52,428,800 bytes, more than 262,144; "
                            + "shorten it or split the policy");
            assertThat(policy.files()).doesNotContainKey("examples.yaml");
        });
    }

    @Test
    void links_and_nested_folders_are_refused_and_not_followed() throws IOException {
        var folder = written("harassment");
        var secret = Files.writeString(disk.resolve("secret"), "secret");
        Files.delete(folder.resolve("de.md"));
        Files.createSymbolicLink(folder.resolve("de.md"), secret);
        Files.createDirectory(folder.resolve("media"));
        Files.createSymbolicLink(disk.resolve("linked"), folder);
        Files.createDirectory(disk.resolve(".git"));
        var found = PolicyFolders.in(disk);
        assertThat(found).extracting(PolicyFolders.Found::folder).containsExactly("harassment", "linked");
        assertThat(told(found.getFirst().problems()))
                .containsExactly(
                        "de.md:1: it is a symbolic link; put the file itself there",
                        "media:1: it is a folder inside a policy; keep the files of a policy in one folder");
        assertThat(found.getFirst().files()).doesNotContainKeys("de.md", "media");
        assertThat(told(found.getLast().problems()))
                .containsExactly("linked:1: it is a symbolic link; put the folder itself there");
        assertThat(found.getLast().files()).isEmpty();
    }

    @Test
    void a_folder_of_too_many_files_is_refused_early() throws IOException {
        var folder = written("harassment");
        for (var i = 0; i < 100; i++) {
            Files.createFile(folder.resolve("x" + i));
        }
        assertThat(told(PolicyFolders.in(disk).getFirst().problems()))
                .contains(".:1: the folder has more than 64 files; keep one policy in it");
    }

    @Test
    void folders_on_a_disk_are_read_as_they_are() throws IOException {
        written("harassment");
        var threats = written("threats");
        Files.writeString(disk.resolve("README.md"), "beside");
        assertThat(PolicyFolders.in(disk))
                .extracting(PolicyFolders.Found::folder)
                .containsExactly("harassment", "threats");
        var alone = PolicyFolders.in(threats);
        assertThat(alone).singleElement().satisfies(policy -> {
            assertThat(policy.folder()).isEqualTo("threats");
            assertThat(policy.problems()).isEmpty();
            assertThat(Folders.read("threats", policy.files()).contentHash())
                    .isEqualTo(Folders.read("threats", starter("threats")).contentHash());
        });
    }

    private Path written(String slug) throws IOException {
        var folder = Files.createDirectory(disk.resolve(slug));
        for (var file : starter(slug).entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    private static List<String> told(List<FileProblem> problems) {
        return problems.stream().map(FileProblem::toString).toList();
    }
}
