package org.conjoint.policy.files;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.conjoint.policy.files.YamlNode.Mapping;
import org.conjoint.policy.files.YamlNode.Scalar;
import org.conjoint.policy.files.YamlNode.Sequence;

/** Changes to the list in examples.yaml. */
final class ExampleEdit {
    private static final String FILE = "examples.yaml";

    private ExampleEdit() {}

    /** The ids of the examples of a clause. */
    static Set<String> about(Map<String, String> files, String clauseId) {
        var ids = new LinkedHashSet<String>();
        for (var item : list(Editable.of(files, FILE).yaml()).items()) {
            if (says(item, "clause", clauseId)
                    && item instanceof Mapping fields
                    && ClauseListEdit.value(fields, "id") instanceof Scalar(var _, String id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    static Map<String, String> remove(Map<String, String> files, Set<String> ids) {
        var changed = files;
        for (var id : ids) {
            var file = Editable.of(changed, FILE);
            var yaml = file.yaml();
            var list = list(yaml);
            for (var i = 0; i < list.items().size(); i++) {
                if (says(list.items().get(i), "id", id)) {
                    new YamlEdit(file, yaml).remove(list, i);
                }
            }
            changed = file.done();
        }
        return changed;
    }

    private static Sequence list(Editable.Yaml yaml) {
        if (ClauseListEdit.value(yaml.mapping(), "examples") instanceof Sequence list) {
            return list;
        }
        throw new CannotEdit(FILE, 1, "there is no list of examples", "write examples: and each one behind a -");
    }

    private static boolean says(YamlNode item, String field, String text) {
        return item instanceof Mapping fields
                && ClauseListEdit.value(fields, field) instanceof Scalar(var _, String found)
                && found.equals(text);
    }
}
