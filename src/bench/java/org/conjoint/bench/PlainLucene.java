package org.conjoint.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.FSDirectory;

/** What Lucene does with the same captions when one writes the fewest lines: a document a caption, one analyser. */
final class PlainLucene implements AutoCloseable {

    private final FSDirectory directory;
    private final IndexWriter writer;
    private DirectoryReader reader;

    PlainLucene(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()).setRAMBufferSizeMB(48));
        reader = DirectoryReader.open(writer);
    }

    void put(String id, String caption) throws IOException {
        var document = new Document();
        document.add(new StringField("id", id, Store.YES));
        document.add(new TextField("caption", caption, Store.YES));
        writer.updateDocument(new Term("id", id), document);
    }

    /** Makes all changes durable and searchable. */
    void commitAndReopen() throws IOException {
        writer.commit();
        var renewed = DirectoryReader.openIfChanged(reader, writer);
        if (renewed != null) {
            reader.close();
            reader = renewed;
        }
    }

    /** The captions of the ten best hits. */
    int find(Query query) throws IOException {
        var searcher = new IndexSearcher(reader);
        var fields = searcher.storedFields();
        var length = 0;
        for (var hit : searcher.search(query, 10).scoreDocs) {
            length += fields.document(hit.doc).get("caption").length();
        }
        return length;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        writer.close();
        directory.close();
    }
}
