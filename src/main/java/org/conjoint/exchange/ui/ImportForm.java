package org.conjoint.exchange.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.conjoint.exchange.ImportRequest;
import org.conjoint.exchange.Imports;
import org.conjoint.exchange.Uploads;
import org.conjoint.exchange.mapping.MappingProblem;

/** Sends an archive or JSON lines in, streamed to disk, and starts its import. */
final class ImportForm extends Div {

    private final transient Imports imports;
    private final transient Uploads uploads;
    private final TextField queue = new TextField("Queue");

    ImportForm(Imports imports, Uploads uploads) {
        this.imports = imports;
        this.uploads = uploads;
        addClassNames("card", "data-form");
        queue.setHelperText("Optional. The posts go into this queue; it is made when there is none.");
        var upload = new Upload((UploadHandler) this::take);
        upload.setAcceptedFileTypes(".zip", ".jsonl");
        upload.setMaxFiles(1);
        var hint =
                new Span("A zip archive of a folder with metadata.jsonl or metadata.csv, of Conjoint JSONL, or of any"
                        + " JSON or CSV with a mapping.yaml; or one file of Conjoint JSONL.");
        hint.addClassName("hint");
        add(new H2("Import"), hint, queue, upload);
    }

    private void take(UploadEvent event) throws IOException {
        var name = event.getFileName().toLowerCase(Locale.ROOT);
        Path file;
        try (var in = event.getInputStream()) {
            file = uploads.keep(in, name.endsWith(".jsonl") ? ".jsonl" : ".zip");
        }
        event.getUI().access(() -> start(ImportRequest.of(file).thenDiscard()));
    }

    private void start(ImportRequest request) {
        try {
            imports.start(request.withQueue(queue.isEmpty() ? null : queue.getValue()));
        } catch (MappingProblem | IllegalArgumentException e) {
            Notification.show(e.getMessage());
        }
    }
}
