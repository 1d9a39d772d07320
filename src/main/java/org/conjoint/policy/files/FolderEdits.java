package org.conjoint.policy.files;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.conjoint.policy.PolicySection;
import org.conjoint.policy.files.PolicyDescription.ClauseEntry;
import org.conjoint.policy.files.YamlNode.Scalar;

/**
 * Changes to the files of a policy, name by source. Each gives new files and leaves everything that it is not about as
 * it was, byte for byte: comments, order, quotes, line ends. Nothing is checked beyond what is needed to find the place;
 * {@link PolicyFiles} tells what is wrong with the result.
 *
 * <p>All of them throw {@link CannotEdit} where the place cannot be found.
 */
public final class FolderEdits {
    static final String DESCRIPTION = "policy.yaml";

    /**
     * How a locale words a clause.
     *
     * @param title the heading without the id
     * @param markdown the text without heading and question
     * @param test the yes/no question on one line
     */
    public record Wording(String title, String markdown, String test) {}

    private FolderEdits() {}

    /** The folder's version number becomes another one, in policy.yaml and in the front matter of every text. */
    public static Map<String, String> withVersion(Map<String, String> files, VersionNumber number) {
        Map<String, String> changed = new TreeMap<>(files);
        for (var name : files.keySet()) {
            if (name.equals(DESCRIPTION) || name.endsWith(".md")) {
                changed = version(Editable.of(changed, name), number);
            }
        }
        return changed;
    }

    /** The folder's version and its entry in changes.yaml, where there is one, have another number. */
    public static Map<String, String> withNumber(Map<String, String> files, VersionNumber number) {
        return EntryEdit.renumber(withVersion(files, number), number(files), number);
    }

    /** The entry of the folder's version in changes.yaml says this; earlier entries stay. */
    public static Map<String, String> withEntry(Map<String, String> files, VersionEntryDraft draft) {
        return EntryEdit.write(files, number(files), draft);
    }

    /** A clause in one locale is worded so; files that word it so already stay as they are. */
    public static Map<String, String> withClause(
            Map<String, String> files, String locale, String clauseId, Wording wording) {
        return new TextEdit(files, locale + ".md").passage(clauseId, wording);
    }

    /**
     * A clause is worded so where an overlay replaces it.
     *
     * @param file the overlay's file, such as overlay.at.md
     */
    public static Map<String, String> withOverlayClause(
            Map<String, String> files, String file, String clauseId, Wording wording) {
        return new TextEdit(files, file).passage(clauseId, wording);
    }

    /** An exception in one locale is worded so. */
    public static Map<String, String> withException(
            Map<String, String> files, String locale, String exceptionId, String title, String markdown) {
        return new TextEdit(files, locale + ".md").passage(exceptionId, new Wording(title, markdown, ""));
    }

    /**
     * A section of prose reads so: purpose, terms, reading the parts together or cultural notes.
     *
     * @throws IllegalArgumentException for the sections that are lists of clauses, exceptions or examples
     */
    public static Map<String, String> withSection(
            Map<String, String> files, String locale, PolicySection section, String markdown) {
        return new TextEdit(files, locale + ".md").prose(section, markdown);
    }

    /** The policy is called so in one locale. */
    public static Map<String, String> withTitle(Map<String, String> files, String locale, String title) {
        return new TextEdit(files, locale + ".md").title(title);
    }

    /**
     * There is one more clause, behind the last one whose id is smaller. Its examples are for the author to add.
     *
     * @param wordings by locale
     */
    public static Map<String, String> withNewClause(
            Map<String, String> files, ClauseEntry clause, Map<String, Wording> wordings) {
        var before = ClauseListEdit.before(files, clause.id());
        var changed = ClauseListEdit.add(files, clause, before);
        for (var wording : wordings.entrySet()) {
            changed =
                    new TextEdit(changed, wording.getKey() + ".md").newPassage(clause.id(), before, wording.getValue());
        }
        return changed;
    }

    /**
     * A clause is no longer there: not in policy.yaml, not in the texts, and neither are the examples about it. What
     * else speaks of it, such as examples of other clauses, is for the author to change.
     *
     * @throws CannotEdit when it is the only clause
     */
    public static Map<String, String> withoutClause(Map<String, String> files, String clauseId) {
        var changed = ClauseListEdit.remove(files, clauseId);
        var examples = ExampleEdit.about(changed, clauseId);
        changed = ExampleEdit.remove(changed, examples);
        for (var name : files.keySet()) {
            if (name.endsWith(".md")) {
                changed = new TextEdit(changed, name).withoutPassage(clauseId);
                if (!name.startsWith(OverlayName.START)) {
                    changed = new TextEdit(changed, name).withoutExamples(examples);
                }
            }
        }
        return changed;
    }

    /** The number in policy.yaml. */
    private static String number(Map<String, String> files) {
        var entry = Editable.of(files, DESCRIPTION).yaml().mapping().entries().get("version");
        return Optional.ofNullable(entry)
                .filter(field -> field.value() instanceof Scalar(var _, String _))
                .map(field -> String.valueOf(((Scalar) field.value()).value()))
                .orElseThrow(() -> new CannotEdit(
                        DESCRIPTION, entry == null ? 1 : entry.line(), "there is no version", "write version: 1.0.0"));
    }

    private static Map<String, String> version(Editable file, VersionNumber number) {
        var yaml = file.name().equals(DESCRIPTION) ? file.yaml() : file.frontMatter();
        var entry = yaml.mapping().entries().get("version");
        if (entry == null || !(entry.value() instanceof Scalar value)) {
            throw new CannotEdit(
                    file.name(), entry == null ? 1 : entry.line(), "there is no version", "write version: " + number);
        }
        var from = yaml.at(value.span().start());
        var to = yaml.at(value.span().end());
        var quote = from < to && "\"'".contains(file.text(from, from + 1)) ? file.text(from, from + 1) : "";
        file.replace(from, to, (from == to ? " " : "") + quote + number + quote);
        return file.done();
    }
}
