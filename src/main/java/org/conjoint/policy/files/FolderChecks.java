package org.conjoint.policy.files;

import java.util.List;
import java.util.TreeSet;

/** What has to agree between the files of a folder. */
final class FolderChecks {
    private final String folder;
    private final PolicyDescription description;
    private final List<PolicyText> texts;
    private final List<ExampleEntry> examples;
    private final List<VersionEntry> versions;
    private final Problems problems;

    FolderChecks(
            String folder,
            PolicyDescription description,
            List<PolicyText> texts,
            List<ExampleEntry> examples,
            List<VersionEntry> versions,
            Problems problems) {
        this.folder = folder;
        this.description = description;
        this.texts = texts;
        this.examples = examples;
        this.versions = versions;
        this.problems = problems;
    }

    void run() {
        if (!folder.equals(description.slug())) {
            problems.add(
                    "policy.yaml",
                    1,
                    "the policy is “%s”, but its folder “%s”".formatted(description.slug(), folder),
                    "name both alike");
        }
        locales();
        exemptions();
        if (!problems.in("changes.yaml")) {
            new ChangeChecks(description, versions, problems).run();
        }
        if (!problems.in("examples.yaml")) {
            new ExampleChecks(description, examples, problems).run();
            texts.forEach(this::exampleLines);
        }
    }

    private void locales() {
        var listed = new TreeSet<>(description.locales());
        var found = new TreeSet<>(texts.stream().map(PolicyText::locale).toList());
        for (var locale : listed) {
            if (!found.contains(locale) && !problems.in(locale + ".md")) {
                problems.add(locale + ".md", 1, "the file is missing", "add it, or take the locale out of policy.yaml");
            }
        }
        for (var locale : found) {
            if (!listed.contains(locale)) {
                problems.add(locale + ".md", 1, "the locale is not listed", "add it to locales in policy.yaml");
            }
        }
        if (!listed.contains(description.canonicalLocale())) {
            problems.add("policy.yaml", 1, "locales lacks the canonical locale", "add it to locales");
        }
    }

    private void exemptions() {
        for (var exemption : description.exemptions()) {
            for (var clause : exemption.clauses()) {
                if (!description.clauseIds().contains(clause)) {
                    problems.add(
                            "policy.yaml",
                            1,
                            "%s exempts from %s, which does not exist".formatted(exemption.id(), clause),
                            "name a clause of this policy");
                }
            }
        }
    }

    private void exampleLines(PolicyText text) {
        var ids = examples.stream().map(ExampleEntry::id).toList();
        var found = text.examples().stream().map(PolicyText.ExampleLine::id).toList();
        if (found.equals(ids) || problems.in(text.locale() + ".md")) {
            return;
        }
        for (var line : text.examples()) {
            if (!ids.contains(line.id())) {
                problems.add(
                        text.locale() + ".md",
                        line.line(),
                        "there is no example " + line.id(),
                        "add it to examples.yaml");
            }
        }
        for (var example : examples) {
            if (!found.contains(example.id())) {
                problems.add(
                        "examples.yaml",
                        example.line(),
                        "%s is not told in %s.md".formatted(example.id(), text.locale()),
                        "add a line for it under the examples there");
            }
        }
        problems.add(
                text.locale() + ".md",
                text.examples().isEmpty() ? 1 : text.examples().getFirst().line(),
                "the examples are not those of examples.yaml in their order",
                "list each once, in the same order");
    }
}
