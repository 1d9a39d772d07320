package org.conjoint.search;

import java.util.Optional;
import org.apache.lucene.document.Document;

/** The names of what the index keeps beside the fields of its schema. */
final class Names {
    /** The entry's id on the entry and its children, so that they are replaced together. */
    static final String BLOCK = "_block";
    /** Whether the document is an entry or a child. */
    static final String ROLE = "_role";

    static final String ENTRY = "entry";
    static final String CHILD = "child";
    /** The id of an entry or of a child. */
    static final String ID = "_id";
    /** The entry's id, to order by. */
    static final String KEY = "_key";
    /** The entry's place in the order of time, in milliseconds. */
    static final String AT = "_at";

    private static final String LANGUAGE = "_language:";
    private static final String TEXT = "_text:";

    private Names() {}

    /** Where the language of a text is stored. */
    static String language(String field) {
        return LANGUAGE + field;
    }

    /** Where a text is stored. */
    static String text(String field) {
        return TEXT + field;
    }

    /** The field of a stored text. */
    static Optional<String> fieldOfText(String name) {
        return name.startsWith(TEXT) ? Optional.of(name.substring(TEXT.length())) : Optional.empty();
    }

    static String languageOf(Document document, String field) {
        var language = document.get(language(field));
        return language == null ? "" : language;
    }
}
