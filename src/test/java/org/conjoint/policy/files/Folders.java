package org.conjoint.policy.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Policy folders to test with: the starter set, and variations of it. */
public final class Folders {
    private Folders() {}

    /** The files of a starter policy, to be changed at will. */
    public static Map<String, byte[]> starter(String slug) {
        var files = new TreeMap<String, byte[]>();
        try (var paths = Files.list(Path.of("policies", slug))) {
            for (var path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** The starter policy on harassment under a name and a prefix of its own. */
    public static Map<String, byte[]> renamed(String slug, String prefix) {
        var files = starter("harassment");
        files.replaceAll((name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                .replace("policy: harassment", "policy: " + slug)
                .replace("prefix: HAR", "prefix: " + prefix)
                .replace("HAR-", prefix + "-")
                .getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** The next version of {@link #renamed}, in which the English of the clause 2.2 says another thing. */
    public static Map<String, byte[]> later(String slug, String prefix) {
        var files = renamed(slug, prefix);
        files.replaceAll((name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                .replaceFirst("(?m)^version: 1.0.0", "version: 1.1.0")
                .getBytes(StandardCharsets.UTF_8));
        files = new TreeMap<>(
                changed(files, "en.md", "The post laughs at someone's death", "The post laughs at a death"));
        files.compute(
                "changes.yaml",
                (name, bytes) -> (new String(bytes, StandardCharsets.UTF_8) + """
                  - version: 1.1.0
                    reason: %1$s-2.2 speaks of a death more plainly.
                    effective_from: "2026-12-01T00:00:00+01:00"
                    penalty_from: "2026-12-15T00:00:00+01:00"
                    content_scope: created_since_effective
                    rereview: a sample of borderline verdicts
                    clauses:
                      %1$s-2.2: {kind: clarify, reason: Raters asked whose death.}
                """.formatted(prefix))
                        .getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** The starter policy on harassment with an overlay for Austria that replaces the clause 3.1, in both languages. */
    public static Map<String, byte[]> overlaid() {
        return overlaid(starter("harassment"), "harassment", "HAR");
    }

    /** Those files with an overlay for Austria that replaces the clause 3.1, in both languages. */
    public static Map<String, byte[]> overlaid(Map<String, byte[]> files, String slug, String prefix) {
        var copy = new TreeMap<>(files);
        var overlay = """
                ---
                policy: %s
                version: 1.0.0
                jurisdiction: AT
                locale: en
                kind: overlay
                legal_ground: >
                  Section 283 of the Criminal Code (incitement to hatred)
                  and the Prohibition Act 1947.
                ---

                # Harassment and hate in Austria

                ## Violates

                ### %s-3.1 Attacking a group by what it is

                The post calls a group inferior by nature, or plays down the crimes of National Socialism.

                > Does the post say that people are worth less, or that those crimes were none?
                """.formatted(slug, prefix);
        copy.put("overlay.at.md", overlay.getBytes(StandardCharsets.UTF_8));
        var body = overlay.substring(overlay.indexOf("# Harassment"));
        copy.put("overlay.at.de.md", """
                ---
                policy: %s
                version: 1.0.0
                jurisdiction: AT
                locale: de
                kind: overlay
                legal_ground: "§ 283 StGB (Verhetzung) und das Verbotsgesetz 1947."
                source_locale: en
                source_version: 1.0.0
                source_hash: "sha256:%s"
                ---

                # Belästigung und Hass in Österreich

                ## Verstöße

                ### %s-3.1 Eine Gruppe für das angreifen, was sie ist

                Der Beitrag nennt eine Gruppe von Natur aus minderwertig oder verharmlost die Verbrechen des
                Nationalsozialismus.

                > Sagt der Beitrag, Menschen seien weniger wert, oder jene Verbrechen seien keine?
                """.formatted(slug, Canonical.hash(Canonical.block(body)), prefix)
                .getBytes(StandardCharsets.UTF_8));
        return copy;
    }

    /** A copy in which the first occurrence of a text in a file is another. */
    public static Map<String, byte[]> changed(Map<String, byte[]> files, String file, String from, String to) {
        var text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        var at = text.indexOf(from);
        var copy = new TreeMap<>(files);
        copy.put(
                file,
                (text.substring(0, at) + to + text.substring(at + from.length())).getBytes(StandardCharsets.UTF_8));
        return copy;
    }

    /** The sources of files. */
    public static Map<String, String> text(Map<String, byte[]> files) {
        var texts = new TreeMap<String, String>();
        files.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    /** The bytes of sources. */
    public static Map<String, byte[]> bytes(Map<String, String> files) {
        var bytes = new TreeMap<String, byte[]>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    /** A folder that has to be right. */
    public static PolicyFolder read(String slug, Map<String, byte[]> files) {
        return switch (PolicyFiles.read(slug, files)) {
            case PolicyFiles.Result.Read(var folder) -> folder;
            case PolicyFiles.Result.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    static List<FileProblem> refused(String slug, Map<String, byte[]> files) {
        return switch (PolicyFiles.read(slug, files)) {
            case PolicyFiles.Result.Read read ->
                throw new AssertionError("taken: " + read.folder().contentHash());
            case PolicyFiles.Result.Refused(var problems) -> problems;
        };
    }
}
