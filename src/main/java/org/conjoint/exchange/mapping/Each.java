package org.conjoint.exchange.mapping;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import org.conjoint.exchange.format.RowRefused;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the elements of a list or the members of an object, each in a scope of its own; without a source once
 * through the row itself.
 */
final class Each {
    private final @Nullable Expression list;
    private final @Nullable PathMatcher members;
    private final @Nullable Reference when;

    private Each(@Nullable Expression list, @Nullable PathMatcher members, @Nullable Reference when) {
        this.list = list;
        this.members = members;
        this.when = when;
    }

    /** @param each a reference, {@code {from, split}} or {@code {members: label_*}}; null for the row itself */
    static Each parse(@Nullable Yaml each, @Nullable Yaml when) {
        var condition = when == null ? null : Reference.parse(when);
        if (each == null) {
            return new Each(null, null, condition);
        }
        if (each.isText()) {
            return new Each(Expression.parse(each), null, condition);
        }
        if (each.members().containsKey("members")) {
            var pattern = each.keys("members").required("members");
            return new Each(null, glob(pattern), condition);
        }
        each.keys("from", "split");
        return new Each(Expression.parse(each), null, condition);
    }

    List<Scope> scopes(Scope scope) throws RowRefused {
        var scopes = new ArrayList<Scope>();
        for (var element : elements(scope)) {
            if (when == null || when.find(element) != null) {
                scopes.add(element);
            }
        }
        return scopes;
    }

    private List<Scope> elements(Scope scope) throws RowRefused {
        if (members != null) {
            return members(scope, members);
        }
        if (list == null) {
            return List.of(scope);
        }
        var found = list.evaluate(scope);
        var elements = new ArrayList<Scope>();
        if (found == null) {
            return elements;
        }
        if (found.isObject()) {
            found.properties()
                    .forEach(
                            member -> elements.add(scope.element(member.getKey(), member.getValue(), elements.size())));
        } else if (found.isArray()) {
            for (var element : found) {
                elements.add(scope.element(null, element, elements.size()));
            }
        } else {
            throw new RowRefused("A list or object is wanted where there is " + Expression.shorten(found.toString()));
        }
        return elements;
    }

    private static List<Scope> members(Scope scope, PathMatcher names) {
        var elements = new ArrayList<Scope>();
        scope.row().content().properties().forEach(member -> {
            if (!member.getKey().isBlank()
                    && !member.getKey().contains("/")
                    && names.matches(Path.of(member.getKey()))) {
                elements.add(scope.element(member.getKey(), member.getValue(), elements.size()));
            }
        });
        return elements;
    }

    private static PathMatcher glob(Yaml pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern.text());
        } catch (IllegalArgumentException e) {
            throw pattern.problem("“%s” is not a pattern as label_*".formatted(pattern.text()));
        }
    }
}
