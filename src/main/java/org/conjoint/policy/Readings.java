package org.conjoint.policy;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.conjoint.meaning.Part;
import org.conjoint.policy.PolicyExample.ExampleMedium;
import org.conjoint.policy.files.ExampleEntry;
import org.conjoint.policy.files.PolicyFiles;
import org.conjoint.policy.files.PolicyFolder;
import org.conjoint.policy.files.PolicyText;

/** Composes what one reads of a version from the files that the database keeps of it. */
final class Readings {
    private Readings() {}

    static PolicyReading of(PolicyVersion version, Map<String, String> documents) {
        var folder = folder(version.slug(), documents).inJurisdiction(version.jurisdiction());
        var text = folder.texts().stream()
                .filter(candidate -> candidate.locale().equals(version.locale()))
                .findFirst()
                .orElseThrow();
        return new PolicyReading(
                version,
                text.headings(),
                text.purpose(),
                text.terms(),
                text.together().orElse(null),
                text.culture().orElse(null),
                folder.examples().stream()
                        .filter(example -> example.purpose() == ExampleEntry.Purpose.TEACH)
                        .map(example -> example(example, text))
                        .toList());
    }

    static AgreementBar bar(String slug, Map<String, String> documents) {
        var description = folder(slug, documents).description();
        return new AgreementBar(
                description.alpha().doubleValue(), description.alphaSevere().doubleValue());
    }

    /** The folder of a version from the files that are kept of it. */
    static PolicyFolder folder(String slug, Map<String, String> documents) {
        var files = new TreeMap<String, byte[]>();
        documents.forEach((name, source) -> files.put(name, source.getBytes(StandardCharsets.UTF_8)));
        return switch (PolicyFiles.read(slug, files)) {
            case PolicyFiles.Result.Read(var folder) -> folder;
            case PolicyFiles.Result.Refused(var problems) ->
                throw new IllegalStateException("The kept files of %s are not right: %s".formatted(slug, problems));
        };
    }

    private static PolicyExample example(ExampleEntry example, PolicyText text) {
        return new PolicyExample(
                example.id(),
                example.clause(),
                text.examples().stream()
                        .filter(line -> line.id().equals(example.id()))
                        .findFirst()
                        .orElseThrow()
                        .text(),
                example.language(),
                media(example),
                example.grades(),
                example.joint(),
                example.composition(),
                example.reading(),
                example.rationale(),
                example.exemption().orElse(null),
                example.twinOf().orElse(null),
                example.changedPart().orElse(null));
    }

    private static Map<Part, ExampleMedium> media(ExampleEntry example) {
        var media = new EnumMap<Part, ExampleMedium>(Part.class);
        example.media()
                .forEach((part, medium) -> media.put(
                        part,
                        new ExampleMedium(
                                medium.description(),
                                medium.text().orElse(null),
                                medium.channel().orElse(null),
                                medium.sha256().orElse(null))));
        return media;
    }
}
