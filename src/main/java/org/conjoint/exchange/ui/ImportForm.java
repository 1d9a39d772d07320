package org.conjoint.exchange.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import org.conjoint.exchange.ImportRequest;
import org.conjoint.exchange.Imports;
import org.conjoint.exchange.Uploads;
import org.conjoint.exchange.mapping.MappingProblem;
import org.jspecify.annotations.Nullable;

/** Sends an archive or JSON lines in, streamed to disk, and starts its import. */
final class ImportForm extends Div {

    private final transient Imports imports;
    private final transient Uploads uploads;
    private final TextField queue = new TextField("Queue");
    private final Upload upload = new Upload((UploadHandler) this::take);
    private final Div problem = new Div();

    ImportForm(Imports imports, Uploads uploads) {
        this.imports = imports;
        this.uploads = uploads;
        addClassNames("card", "data-form");
        queue.setHelperText("Optional. The posts go into this queue; it is made when there is none.");
        upload.setAcceptedFileTypes(".zip", ".jsonl");
        upload.setMaxFiles(1);
        upload.addFileRejectedListener(rejected ->
                refuse("“%s” was not taken: send a .zip archive or a .jsonl file".formatted(rejected.getFileName())));
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        var hint =
                new Span("A zip archive of a folder with metadata.jsonl or metadata.csv, of Conjoint JSONL, or of any"
                        + " JSON or CSV with a mapping.yaml; or one file of Conjoint JSONL.");
        hint.addClassName("hint");
        add(new H2("Import"), hint, queue, upload, problem);
    }

    private void take(UploadEvent event) throws IOException {
        try (var in = event.getInputStream()) {
            var file = uploads.keep(in, event.getFileName());
            event.getUI().access(() -> start(ImportRequest.of(file).thenDiscard()));
        } catch (Uploads.TooLarge | IllegalArgumentException e) {
            event.getUI().access(() -> refuse(e.getMessage() + ". Nothing was imported."));
            throw e;
        }
    }

    private void refuse(@Nullable String reason) {
        problem.setText(reason);
    }

    private void start(ImportRequest request) {
        try {
            refuse("");
            imports.start(request.withQueue(
                    queue.getValue().isBlank() ? null : queue.getValue().strip()));
            upload.clearFileList();
        } catch (MappingProblem | IllegalArgumentException e) {
            refuse(e.getMessage());
        }
    }
}
