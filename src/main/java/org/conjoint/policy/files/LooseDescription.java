package org.conjoint.policy.files;

import java.util.Map;
import org.conjoint.policy.files.YamlNode.Mapping;
import org.conjoint.policy.files.YamlNode.Scalar;

/**
 * What policy.yaml says of the policy as it stands, right or not; what cannot be read is what most policies say.
 *
 * @param version empty when it cannot be read
 */
public record LooseDescription(String slug, String version, String canonicalLocale, String jurisdiction) {

    public static LooseDescription of(Map<String, String> files) {
        try {
            var fields = Editable.of(files, FolderEdits.DESCRIPTION).yaml().mapping();
            return new LooseDescription(
                    text(fields, "policy", ""),
                    text(fields, "version", ""),
                    text(fields, "canonical_locale", "en"),
                    text(fields, "jurisdiction", "global"));
        } catch (CannotEdit e) {
            return new LooseDescription("", "", "en", "global");
        }
    }

    private static String text(Mapping fields, String name, String otherwise) {
        var entry = fields.entries().get(name);
        return entry != null && entry.value() instanceof Scalar scalar && scalar.value() instanceof String word
                ? word
                : otherwise;
    }
}
