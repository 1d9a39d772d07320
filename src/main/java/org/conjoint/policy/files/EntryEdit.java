package org.conjoint.policy.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conjoint.policy.ScopeDirection;
import org.conjoint.policy.files.VersionEntryDraft.ClauseChange;
import org.conjoint.policy.files.YamlNode.Mapping;
import org.conjoint.policy.files.YamlNode.Scalar;
import org.conjoint.policy.files.YamlNode.Sequence;
import org.jspecify.annotations.Nullable;

/** Writes the entry of the folder's version into changes.yaml, in place of the one that is there or behind the last. */
final class EntryEdit {
    private static final String FILE = "changes.yaml";
    private static final Pattern ID = Pattern.compile("[A-Z]{2,6}-[0-9.]+");

    private final Editable file;
    private final Editable.Yaml yaml;
    private final String number;

    private EntryEdit(Map<String, String> files, String number) {
        this.file = Editable.of(files, FILE);
        this.yaml = file.yaml();
        this.number = number;
    }

    /**
     * The files with the entry.
     *
     * @param number the version of the folder
     */
    static Map<String, String> write(Map<String, String> files, String number, VersionEntryDraft draft) {
        return new EntryEdit(files, number).write(draft);
    }

    /** The files with another number in the last entry, if it is that of the number given first. */
    static Map<String, String> renumber(Map<String, String> files, String old, VersionNumber number) {
        var edit = new EntryEdit(files, old);
        var versions = edit.yaml.mapping().entries().get("versions");
        if (versions != null
                && versions.value() instanceof Sequence sequence
                && !sequence.items().isEmpty()
                && sequence.items().getLast() instanceof Mapping last
                && old.equals(text(last, "version"))) {
            var scalar = Objects.requireNonNull(last.entries().get("version")).value();
            edit.file.replace(
                    edit.at(scalar.span().start()), edit.at(scalar.span().end()), number.toString());
        }
        return edit.file.done();
    }

    private Map<String, String> write(VersionEntryDraft draft) {
        var entry = yaml.mapping().entries().get("versions");
        if (entry == null || !(entry.value() instanceof Sequence versions)) {
            throw new CannotEdit(
                    FILE,
                    entry == null ? 1 : entry.line(),
                    "there is no list of versions",
                    "write versions: and each version on lines that begin with -");
        }
        var last = versions.items().isEmpty() ? null : versions.items().getLast();
        if (last instanceof Mapping old && number.equals(text(old, "version"))) {
            if (versions.flow()) {
                file.replace(at(old.span().start()), at(old.span().end()), flow(draft, old));
            } else {
                file.replace(
                        new YamlEdit(file, yaml).dash(versions, old),
                        at(old.span().end()),
                        block(draft, old, versions));
            }
        } else if (versions.flow()) {
            var end = at(versions.span().end()) - 1;
            var after = last == null ? end : at(last.span().end());
            file.replace(after, after, (last == null ? "" : ", ") + flow(draft, null));
        } else if (last != null) {
            var indent = " ".repeat(versions.span().column());
            file.insertLines(file.line(at(last.span().end())) + 1, indent + block(draft, null, versions));
        }
        return file.done();
    }

    private int at(int codePoint) {
        return yaml.at(codePoint);
    }

    /** The entry on lines of its own from its - on, without a line feed at the end. */
    private String block(VersionEntryDraft draft, @Nullable Mapping old, Sequence versions) {
        var indent = " ".repeat(versions.span().column() + 2);
        var lines = new ArrayList<String>();
        fields(draft, old).forEach(field -> lines.add((lines.isEmpty() ? "- " : indent) + field));
        if (draft.clauses().isEmpty()) {
            lines.add(indent + "clauses: {}");
        } else {
            lines.add(indent + "clauses:");
            draft.clauses().forEach(change -> lines.add(indent + "  " + change(change)));
        }
        return String.join("\n", lines);
    }

    private String flow(VersionEntryDraft draft, @Nullable Mapping old) {
        return draft.clauses().stream()
                .map(EntryEdit::change)
                .collect(Collectors.joining(", ", "{" + String.join(", ", fields(draft, old)) + ", clauses: {", "}}"));
    }

    private List<String> fields(VersionEntryDraft draft, @Nullable Mapping old) {
        return List.of(
                "version: " + number,
                "reason: " + CanonicalJson.string(draft.reason()),
                "effective_from: " + instant(draft.effectiveFrom(), old, "effective_from"),
                "penalty_from: " + instant(draft.penaltyFrom(), old, "penalty_from"),
                "content_scope: " + draft.contentScope().code(),
                "rereview: " + CanonicalJson.string(draft.rereview()));
    }

    /** An instant that stays the same keeps the zone in which it was written. */
    private static String instant(Instant instant, @Nullable Mapping old, String field) {
        var written = old == null ? null : text(old, field);
        try {
            if (written != null && OffsetDateTime.parse(written).toInstant().equals(instant)) {
                return CanonicalJson.string(written);
            }
        } catch (DateTimeException e) {
            // What cannot be read is not the same.
        }
        return CanonicalJson.string(instant.toString());
    }

    private static String change(ClauseChange change) {
        var fields = new ArrayList<String>();
        fields.add("kind: " + change.kind().code());
        change.direction().map(ScopeDirection::code).ifPresent(direction -> fields.add("direction: " + direction));
        if (!change.becomes().isEmpty()) {
            fields.add(
                    change.becomes().stream().map(EntryEdit::id).collect(Collectors.joining(", ", "becomes: [", "]")));
        }
        change.reason().ifPresent(reason -> fields.add("reason: " + CanonicalJson.string(reason)));
        return id(change.clause()) + ": {" + String.join(", ", fields) + "}";
    }

    private static String id(String id) {
        return ID.matcher(id).matches() ? id : CanonicalJson.string(id);
    }

    private static @Nullable String text(Mapping mapping, String field) {
        var entry = mapping.entries().get(field);
        return entry != null && entry.value() instanceof Scalar(var _, String text) ? text : null;
    }
}
