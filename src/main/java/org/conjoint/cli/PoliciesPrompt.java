package org.conjoint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.conjoint.access.Accounts;
import org.conjoint.policy.Policies;
import org.conjoint.policy.files.PolicyFiles;
import org.conjoint.policy.files.PolicyPrompt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands a version out as the policy prompt of a safeguard model. */
@Command(
        name = "prompt",
        description = "Prints a policy as a prompt for a safeguard model that takes its policy with each request.",
        mixinStandardHelpOptions = true)
final class PoliciesPrompt implements Callable<Integer> {

    @Parameters(paramLabel = "SLUG", description = "The policy.")
    private String slug = "";

    @Option(
            names = "--version",
            paramLabel = "N",
            description = "The version with this number, or “" + ChosenVersions.LATEST
                    + "” (default: the one in force, else the next).")
    private @Nullable String number;

    @Option(names = "--locale", paramLabel = "L", description = "The language (default: the canonical one).")
    private @Nullable String locale;

    @Option(names = "--out", paramLabel = "FILE", description = "Writes a new file instead of printing.")
    private @Nullable Path out;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws Exception {
        if (out != null && Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException("%s exists already; name a new file".formatted(out));
        }
        try (var opened = Opened.at(data.folder())) {
            var prompt = opened.get(Accounts.class).runAsSystem(() -> prompt(opened.get(Policies.class)));
            write(prompt);
            return ExitCode.DONE;
        } catch (FolderHeld e) {
            System.err.println("conjoint: " + e.advice());
            return ExitCode.HELD;
        }
    }

    private String prompt(Policies policies) {
        var versions = new ChosenVersions(policies);
        versions.require(slug);
        var version = versions.version(slug, number)
                .orElseThrow(() -> new IllegalArgumentException("%s has no version %s".formatted(slug, number)));
        var files = new TreeMap<String, byte[]>();
        policies.files(version.version())
                .forEach((name, source) -> files.put(name, source.getBytes(StandardCharsets.UTF_8)));
        return switch (PolicyFiles.read(slug, files)) {
            case PolicyFiles.Result.Read(var folder) ->
                PolicyPrompt.of(folder, locale == null ? folder.description().canonicalLocale() : locale);
            case PolicyFiles.Result.Refused(var problems) ->
                throw new IllegalStateException("The kept files of %s are not right: %s".formatted(slug, problems));
        };
    }

    private void write(String prompt) throws IOException {
        if (out == null) {
            System.out.write(prompt.getBytes(StandardCharsets.UTF_8));
            System.out.flush();
            return;
        }
        Files.writeString(out, prompt, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
