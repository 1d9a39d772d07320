package org.conjoint.policy.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.conjoint.meaning.Part;
import org.conjoint.policy.ClauseSeverity;
import org.conjoint.policy.files.PolicyDescription.ClauseEntry;
import org.conjoint.policy.files.PolicyDescription.ExemptionEntry;
import org.conjoint.policy.files.PolicyDescription.Taxonomy;

/** Reads policy.yaml. */
final class DescriptionReader {
    static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,58}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("[A-Z]{2,6}");
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern JURISDICTION = Pattern.compile("global|[A-Z]{2}(-[A-Z0-9]{1,3})?");

    private DescriptionReader() {}

    /** What the file says, or empty when it says too little to check the other files against. */
    static Optional<PolicyDescription> read(Fields fields, Problems problems) {
        if (fields.number("format").compareTo(BigDecimal.ONE) != 0) {
            fields.problem("format", "the format is not 1", "write format: 1");
        }
        var slug = fields.text("policy", SLUG, "a slug such as self-harm");
        var prefix = fields.text("prefix", PREFIX, "two to six capital letters");
        var version = fields.text("version", VersionNumber.SHAPE, "a version number such as 1.0.0");
        var canonical = fields.text("canonical_locale", LOCALE, "a language tag such as en");
        var gate = fields.fields("gate");
        var taxonomy = fields.fields("taxonomy");
        var description = new PolicyDescription(
                slug,
                prefix,
                version,
                fields.text("owner"),
                canonical,
                fields.texts("locales"),
                fields.text("jurisdiction", JURISDICTION, "global or a country code such as AT"),
                modalities(fields),
                agreement(gate, "alpha"),
                agreement(gate, "alpha_severe"),
                new Taxonomy(taxonomy.text("dsa"), taxonomy.texts("ailuminate"), taxonomy.texts("llama_guard")),
                clauses(fields.fields("clauses"), prefix),
                exemptions(fields.fields("exceptions"), prefix));
        gate.close();
        taxonomy.close();
        fields.close();
        return problems.in("policy.yaml") ? Optional.empty() : Optional.of(description);
    }

    private static Set<Part> modalities(Fields fields) {
        var parts = EnumSet.noneOf(Part.class);
        for (var name : fields.texts("modalities")) {
            try {
                parts.add(Part.of(name));
            } catch (IllegalArgumentException e) {
                fields.problem("modalities", String.valueOf(e.getMessage()), "name the parts that the policy covers");
            }
        }
        if (parts.isEmpty()) {
            fields.problem("modalities", "the policy covers no part", "name at least one of image, caption, audio");
        }
        return parts;
    }

    private static BigDecimal agreement(Fields gate, String name) {
        var alpha = gate.number(name);
        if (alpha.signum() < 0 || alpha.compareTo(BigDecimal.ONE) > 0) {
            gate.problem(name, name + " is not between 0 and 1", "write a least agreement such as 0.67");
        }
        return alpha;
    }

    private static List<ClauseEntry> clauses(Fields fields, String prefix) {
        var clauses = new ArrayList<ClauseEntry>();
        for (var id : fields.names()) {
            if (!id.matches(Pattern.quote(prefix) + "-\\d{1,2}\\.\\d{1,2}")) {
                fields.problem(
                        id, "“%s” is not an id of this policy".formatted(id), "write it like %s-1.1".formatted(prefix));
            }
            var clause = fields.fields(id);
            clauses.add(new ClauseEntry(
                    id,
                    clause.choice("severity", ClauseSeverity::of).orElse(ClauseSeverity.LOW),
                    clause.truth("context_can_defuse"),
                    clause.optionalText("dsa")));
            clause.close();
        }
        if (clauses.isEmpty()) {
            fields.problem("", "the policy has no clause", "add at least one");
        }
        return clauses;
    }

    private static List<ExemptionEntry> exemptions(Fields fields, String prefix) {
        var exemptions = new ArrayList<ExemptionEntry>();
        for (var id : fields.names()) {
            if (!id.matches(Pattern.quote(prefix) + "-A\\d{1,2}")) {
                fields.problem(
                        id, "“%s” is not an id of this policy".formatted(id), "write it like %s-A1".formatted(prefix));
            }
            var exemption = fields.fields(id);
            exemptions.add(new ExemptionEntry(id, exemption.texts("clauses")));
            exemption.close();
        }
        return exemptions;
    }
}
