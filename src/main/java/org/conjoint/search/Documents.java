package org.conjoint.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.conjoint.search.Entry.Child;

/** Turns an entry into a block of documents: its children, then itself. */
final class Documents {
    /** Longer codes are cut, in UTF-16 units; Lucene refuses terms above 32 kB. */
    private static final int LONGEST_CODE = 1000;

    private final Schema schema;

    Documents(Schema schema) {
        this.schema = schema;
    }

    List<Document> of(Entry entry) {
        var block = new ArrayList<Document>(entry.children().size() + 1);
        for (var child : entry.children()) {
            block.add(child(entry, child));
        }
        block.add(entry(entry));
        return block;
    }

    private Document child(Entry entry, Child child) {
        var document = document(entry, Names.CHILD, child.values());
        document.add(new StoredField(Names.ID, child.id()));
        return document;
    }

    private Document entry(Entry entry) {
        var document = document(entry, Names.ENTRY, entry.values());
        document.add(new StoredField(Names.ID, entry.id()));
        document.add(new SortedDocValuesField(Names.KEY, new BytesRef(entry.id())));
        document.add(new NumericDocValuesField(Names.AT, entry.at().toEpochMilli()));
        return document;
    }

    private Document document(Entry entry, String role, List<Value> values) {
        var document = new Document();
        document.add(new StringField(Names.BLOCK, entry.id(), Store.NO));
        document.add(new StringField(Names.ROLE, role, Store.NO));
        for (var value : values) {
            switch (value) {
                case Value.Text text -> add(document, text);
                case Value.Keyword keyword -> add(document, keyword);
                case Value.Moment moment -> add(document, moment);
                case Value.Stored stored -> document.add(new StoredField(stored.field(), stored.value()));
            }
        }
        return document;
    }

    private void add(Document document, Value.Text text) {
        var name = field(text, FieldKind.TEXT).name();
        document.add(new StoredField(Names.text(name), text.text()));
        document.add(new TextField(name, text.text(), Store.NO));
        if (text.language() != null) {
            document.add(new StoredField(Names.language(name), text.language()));
        }
        Languages.known(text.language())
                .ifPresent(
                        language -> document.add(new TextField(Languages.name(name, language), text.text(), Store.NO)));
    }

    private void add(Document document, Value.Keyword keyword) {
        var field = field(keyword, FieldKind.KEYWORD);
        document.add(new StringField(field.name(), code(keyword.value()), Store.NO));
        document.add(new StoredField(field.name(), keyword.value()));
        if (field.facet()) {
            document.add(new SortedSetDocValuesField(field.name(), new BytesRef(cut(keyword.value()))));
        }
    }

    private void add(Document document, Value.Moment moment) {
        var field = field(moment, FieldKind.INSTANT);
        document.add(new LongField(field.name(), moment.at().toEpochMilli(), Store.NO));
        document.add(new StoredField(field.name(), moment.at().toString()));
    }

    /** @throws IllegalArgumentException when the schema has no such field of that kind */
    private Field field(Value value, FieldKind kind) {
        return schema.fields().stream()
                .filter(field -> field.name().equals(value.field()) && field.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The index has no field “%s” of kind %s".formatted(value.field(), kind)));
    }

    private static String code(String value) {
        return cut(Folding.code(value));
    }

    private static String cut(String code) {
        return code.length() <= LONGEST_CODE ? code : code.substring(0, LONGEST_CODE);
    }
}
