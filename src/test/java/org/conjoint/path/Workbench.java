package org.conjoint.path;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.conjoint.testing.Browser;
import org.conjoint.testing.ConsoleProcess;
import org.conjoint.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A console with posts of one's own in one queue, in their order, and a browser to judge them in. */
final class Workbench implements AutoCloseable {

    static final String QUEUE = "Workbench";
    private static final Path MEDIA = Path.of("src/main/resources/demo/media");

    private final Path data;
    private final Browser browser = Browser.start();
    private ConsoleProcess process;

    /** A post to judge; media are files of the demo. */
    record Sample(
            String id,
            @Nullable String caption,
            @Nullable String image,
            @Nullable String sound) {

        private Map<String, String> row() {
            var row = new TreeMap<String, String>();
            row.put("id", id);
            put(row, "caption", caption);
            put(row, "image_file_name", image);
            put(row, "audio_file_name", sound);
            return row;
        }

        private static void put(Map<String, String> row, String name, @Nullable String value) {
            if (value != null) {
                row.put(name, value);
            }
        }
    }

    private Workbench(Path data, ConsoleProcess process) {
        this.data = data;
        this.process = process;
    }

    /** Imports the posts and starts the console on them. */
    static Workbench open(Sample... samples) {
        var data = TestDatabase.newFolder();
        var folder = data.resolve("samples");
        try {
            Files.createDirectories(folder);
            var lines = new ArrayList<String>();
            for (var sample : samples) {
                lines.add(JsonMapper.shared().writeValueAsString(sample.row()));
                for (var file : new @Nullable String[] {sample.image(), sample.sound()}) {
                    if (file != null && !Files.exists(folder.resolve(file))) {
                        Files.copy(MEDIA.resolve(file), folder.resolve(file));
                    }
                }
            }
            Files.write(folder.resolve("metadata.jsonl"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ConsoleProcess.start(data, "--no-demo").close();
        var imported = ConsoleProcess.run("import", folder.toString(), "--queue", QUEUE, "--data", data.toString());
        Assertions.assertThat(imported.code()).as(imported.output()).isZero();
        return new Workbench(data, ConsoleProcess.start(data));
    }

    Path data() {
        return data;
    }

    String address() {
        return process.address();
    }

    ConsoleProcess process() {
        return process;
    }

    /** A page on which a demo account works in the queue. */
    Page rate(String name, int width, boolean dark) {
        var page = browser.page(width, dark);
        page.navigate(address() + "/rate");
        page.locator("#sign-in-username").fill(name);
        page.locator("#sign-in-password").fill(name + "-demo");
        page.locator(".door-submit").click();
        page.locator(".queue-card", new Page.LocatorOptions().setHasText(QUEUE)).click();
        page.waitForSelector("conjoint-stage .post");
        return page;
    }

    /** Ends the console and runs an export; the lines of its verdicts. */
    List<String> export() {
        process.close();
        var out = data.resolve("out");
        var exported = ConsoleProcess.run("export", "verdicts", "--out", out.toString(), "--data", data.toString());
        Assertions.assertThat(exported.code()).as(exported.output()).isZero();
        try {
            return Files.readAllLines(out.resolve("verdicts.jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        process.close();
    }
}
