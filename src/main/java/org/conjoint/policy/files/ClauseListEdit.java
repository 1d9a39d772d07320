package org.conjoint.policy.files;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.conjoint.policy.files.PolicyDescription.ClauseEntry;
import org.conjoint.policy.files.YamlNode.Entry;
import org.conjoint.policy.files.YamlNode.Mapping;
import org.conjoint.policy.files.YamlNode.Scalar;
import org.conjoint.policy.files.YamlNode.Sequence;

/** Changes to the list of clauses in policy.yaml. */
final class ClauseListEdit {
    private static final String FILE = FolderEdits.DESCRIPTION;
    private static final Pattern NUMBERS = Pattern.compile(".*?(\\d{1,4})\\.(\\d{1,4})");
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt((String id) -> number(id, 1)).thenComparingInt(id -> number(id, 2));

    private ClauseListEdit() {}

    /** The clause behind which a new one belongs: the last whose number is smaller. */
    static Optional<String> before(Map<String, String> files, String id) {
        return clauses(Editable.of(files, FILE).yaml()).entries().keySet().stream()
                .filter(other -> BY_NUMBER.compare(other, id) < 0)
                .reduce((a, b) -> b);
    }

    static Map<String, String> add(Map<String, String> files, ClauseEntry clause, Optional<String> before) {
        var file = Editable.of(files, FILE);
        var yaml = file.yaml();
        var clauses = clauses(yaml);
        if (clauses.entries().containsKey(clause.id())) {
            var line = clauses.entries().get(clause.id()).line();
            throw new CannotEdit(FILE, line, clause.id() + " is there already", "choose another id");
        }
        var value = "%s: {severity: %s, context_can_defuse: %s%s}"
                .formatted(
                        clause.id(),
                        clause.severity().code(),
                        clause.contextCanDefuse(),
                        clause.dsa()
                                .map(dsa -> ", dsa: " + CanonicalJson.string(dsa))
                                .orElse(""));
        new YamlEdit(file, yaml).add(clauses, before, value);
        return file.done();
    }

    /** Without a clause, also in the lists of what exceptions exempt from. */
    static Map<String, String> remove(Map<String, String> files, String id) {
        var file = Editable.of(files, FILE);
        var yaml = file.yaml();
        var clauses = clauses(yaml);
        var entry = clauses.entries().get(id);
        if (entry == null || clauses.entries().size() == 1) {
            throw new CannotEdit(
                    FILE,
                    clauses.line(),
                    entry == null ? "there is no clause " + id : id + " is the only clause",
                    entry == null ? "choose one that is there" : "add another one first");
        }
        var edit = new YamlEdit(file, yaml);
        edit.remove(clauses, id);
        if (value(yaml.mapping(), "exceptions") instanceof Mapping exceptions) {
            for (var exception : exceptions.entries().values()) {
                if (exception.value() instanceof Mapping fields && value(fields, "clauses") instanceof Sequence list) {
                    for (var i = 0; i < list.items().size(); i++) {
                        if (list.items().get(i) instanceof Scalar(var _, String text) && text.equals(id)) {
                            edit.remove(list, i);
                        }
                    }
                }
            }
        }
        return file.done();
    }

    private static Mapping clauses(Editable.Yaml yaml) {
        if (value(yaml.mapping(), "clauses") instanceof Mapping clauses) {
            return clauses;
        }
        throw new CannotEdit(FILE, 1, "there is no list of clauses", "write clauses: and each one by its id");
    }

    static YamlNode value(Mapping mapping, String name) {
        return Optional.ofNullable(mapping.entries().get(name))
                .map(Entry::value)
                .orElse(new Scalar(YamlNode.Span.NOWHERE, null));
    }

    private static int number(String id, int place) {
        var matcher = NUMBERS.matcher(id);
        return matcher.matches() ? Integer.parseInt(matcher.group(place)) : Integer.MAX_VALUE;
    }
}
