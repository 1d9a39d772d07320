package org.conjoint.exchange.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A node of a YAML 1.2 document that knows its line; scalars are texts, so that {@code no} stays “no”. */
final class Yaml {
    private static final int LONGEST = 200_000;

    private final String file;
    private final Node node;

    private Yaml(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    static Yaml parse(String file, String text) {
        if (text.length() > LONGEST) {
            throw new MappingProblem(file, 1, "A mapping file has at most %d characters".formatted(LONGEST));
        }
        try {
            var settings = LoadSettings.builder()
                    .setLabel(file)
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(0)
                    .setUseMarks(true)
                    .build();
            var nodes = new ArrayList<Node>();
            new Compose(settings).composeAllFromString(text).forEach(nodes::add);
            if (nodes.size() != 1) {
                throw new MappingProblem(file, 1, "A mapping file holds one document, not " + nodes.size());
            }
            return new Yaml(file, nodes.getFirst());
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new MappingProblem(file, line, e.getProblem());
        } catch (YamlEngineException e) {
            throw new MappingProblem(file, 1, e.getMessage() == null ? "This is not YAML" : e.getMessage());
        }
    }

    MappingProblem problem(String message) {
        return new MappingProblem(
                file, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1), message);
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        throw problem("A text is wanted here");
    }

    String oneOf(String... allowed) {
        if (!Arrays.asList(allowed).contains(text())) {
            throw problem("“%s” is not known here; use %s".formatted(text(), String.join(", ", allowed)));
        }
        return text();
    }

    List<Yaml> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new Yaml(file, item))
                    .toList();
        }
        throw problem("A list is wanted here");
    }

    List<String> texts() {
        return list().stream().map(Yaml::text).toList();
    }

    /** The members of a map with any keys, in their order. */
    Map<String, Yaml> members() {
        if (!(node instanceof MappingNode mapping)) {
            throw problem("A map is wanted here");
        }
        var members = new LinkedHashMap<String, Yaml>();
        for (var tuple : mapping.getValue()) {
            var key = new Yaml(file, tuple.getKeyNode());
            if (members.put(key.text(), new Yaml(file, tuple.getValueNode())) != null) {
                throw key.problem("“%s” is given twice".formatted(key.text()));
            }
        }
        return members;
    }

    Map<String, String> textMembers() {
        var texts = new LinkedHashMap<String, String>();
        members().forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }

    /** A map with a closed set of keys. */
    Keys keys(String... allowed) {
        var members = members();
        var known = new HashSet<>(List.of(allowed));
        for (var entry : members.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw entry.getValue()
                        .problem(
                                "“%s” is not known here; use %s".formatted(entry.getKey(), String.join(", ", allowed)));
            }
        }
        return new Keys(this, members);
    }

    /** The members of a map whose keys are closed. */
    record Keys(Yaml map, Map<String, Yaml> members) {

        Set<String> names() {
            return members.keySet();
        }

        @Nullable Yaml optional(String key) {
            return members.get(key);
        }

        Yaml required(String key) {
            var value = members.get(key);
            if (value == null) {
                throw map.problem("“%s” is missing here".formatted(key));
            }
            return value;
        }

        @Nullable String text(String key) {
            var value = members.get(key);
            return value == null ? null : value.text();
        }
    }
}
