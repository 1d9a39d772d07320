package org.conjoint.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Another process holds the data folder. */
final class FolderHeld extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path folder;
    private final transient Optional<String> address;

    FolderHeld(Path folder, Optional<String> address) {
        super("The data folder %s is held by %s"
                .formatted(folder, address.map("the console at %s"::formatted).orElse("another process")));
        this.folder = folder;
        this.address = address;
    }

    /** What happened, where no call of the running console does the same. */
    String advice() {
        return "The data folder %s is held by a running console%s. Stop the console first."
                .formatted(folder, address.map(" at %s"::formatted).orElse(""));
    }

    /** What happened and which call of the running console does the same. */
    String advice(String call) {
        var where = address.orElse("http://127.0.0.1:8080");
        return "The data folder %s is held by a running console%s. Ask it instead:%n  curl -u NAME %s%nor stop the console first."
                .formatted(folder, address.map(" at %s"::formatted).orElse(""), call.formatted(where));
    }
}
