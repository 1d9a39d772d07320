package org.conjoint.policy.files;

import java.util.Optional;

/**
 * A Markdown file divided into its YAML front matter and its body.
 *
 * @param body the canonical body
 * @param bodyLine the line of the file at which the body begins
 */
record FrontMatter(Fields fields, YamlNode.Mapping mapping, String body, int bodyLine) {
    private static final String FENCE = "---";

    static Optional<FrontMatter> read(SourceFile source, Problems problems) {
        var lines = source.text().lines().toList();
        var end = lines.isEmpty() || !lines.getFirst().equals(FENCE)
                ? -1
                : lines.subList(1, lines.size()).indexOf(FENCE);
        if (end < 0) {
            problems.add(
                    source.name(),
                    1,
                    "there is no front matter",
                    "begin the file with fields between two lines of ---");
            return Optional.empty();
        }
        var first = end + 2;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        var body = Canonical.block(String.join("\n", lines.subList(Math.min(first, lines.size()), lines.size())));
        var bodyLine = first + 1;
        return StrictYaml.read(source.name(), String.join("\n", lines.subList(1, end + 1)) + "\n", 2, problems)
                .map(mapping -> new FrontMatter(new Fields(source.name(), mapping, problems), mapping, body, bodyLine));
    }
}
