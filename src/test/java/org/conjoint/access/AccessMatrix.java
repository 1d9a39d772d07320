package org.conjoint.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Who may do what, as {@code access-matrix.yaml} says: by section, then by name. */
record AccessMatrix(Map<String, Map<String, Who>> sections) {

    /** Whom a route, an endpoint or a service method lets in. */
    record Who(boolean anyone, boolean inner, Set<Role> roles) {

        /** A method that asks for no role itself: others call it after theirs were asked. */
        static final Who INNER = new Who(true, true, EnumSet.allOf(Role.class));

        static Who of(boolean anyone, Set<Role> roles) {
            return new Who(anyone, false, roles);
        }

        private static Who parse(Object value) {
            return switch (value) {
                case String word when word.equals("anyone") -> of(true, EnumSet.allOf(Role.class));
                case String word when word.equals("signed-in") -> of(false, EnumSet.allOf(Role.class));
                case String word when word.equals("inner") -> INNER;
                case Collection<?> names ->
                    of(
                            false,
                            names.stream()
                                    .map(name -> Role.valueOf(name.toString()))
                                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))));
                default -> throw new IllegalArgumentException("“" + value + "” says nobody");
            };
        }

        @Override
        public String toString() {
            if (inner) {
                return "inner";
            }
            if (anyone) {
                return "anyone";
            }
            return roles.size() == Role.values().length ? "signed-in" : new TreeSet<>(roles).toString();
        }
    }

    static AccessMatrix load() {
        var settings = LoadSettings.builder().setLabel("access-matrix.yaml").build();
        var root = (Map<?, ?>)
                new Load(settings).loadFromInputStream(AccessMatrix.class.getResourceAsStream("/access-matrix.yaml"));
        var sections = new LinkedHashMap<String, Map<String, Who>>();
        root.forEach((name, entries) -> sections.put(name.toString(), section((Map<?, ?>) entries)));
        return new AccessMatrix(sections);
    }

    /** Entries by name; a map within, of a class, adds its methods as {@code Class.method}. */
    private static Map<String, Who> section(Map<?, ?> entries) {
        var section = new LinkedHashMap<String, Who>();
        entries.forEach((name, value) -> {
            if (value instanceof Map<?, ?> methods) {
                methods.forEach((method, who) -> section.put(name + "." + method, Who.parse(who)));
            } else {
                section.put(name.toString(), Who.parse(value));
            }
        });
        return section;
    }

    /** How what was found differs from a section; empty when it is the same. */
    Collection<String> differences(String section, Map<String, Who> found) {
        var expected = sections.getOrDefault(section, Map.of());
        var differences = new TreeSet<String>();
        found.forEach((name, who) -> {
            var wanted = expected.get(name);
            if (wanted == null) {
                differences.add("%s is not in the matrix; it lets in: %s".formatted(name, who));
            } else if (!wanted.equals(who)) {
                differences.add("%s lets in %s; the matrix says %s".formatted(name, who, wanted));
            }
        });
        expected.keySet().stream()
                .filter(name -> !found.containsKey(name))
                .forEach(name -> differences.add("%s is in the matrix and not in the product".formatted(name)));
        return differences;
    }
}
