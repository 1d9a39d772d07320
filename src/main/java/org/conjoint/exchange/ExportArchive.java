package org.conjoint.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An export as one zip archive, written while it is read. */
public final class ExportArchive {
    private ExportArchive() {}

    /** Writes the files of a finished export, inside a folder of its name. */
    public static void write(Path folder, OutputStream out) throws IOException {
        try (var files = Files.list(folder);
                var zip = new ZipOutputStream(out)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.getFileName() + "/" + file.getFileName()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }
}
