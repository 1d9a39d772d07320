package org.conjoint.policy.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Folders of policies on a disk. Links are never followed, and a file is measured before it is read. */
public final class PolicyFolders {
    private static final int MOST_FOLDERS = 10_000;

    /**
     * A folder that may be a policy.
     *
     * @param files the bytes of its files by name
     * @param problems what on the disk keeps it from being read; with any, the files are not all there
     */
    public record Found(String folder, Map<String, byte[]> files, List<FileProblem> problems) {}

    private PolicyFolders() {}

    /**
     * Every folder in a directory, by name; the directory itself when it holds a policy.yaml. Files beside the folders
     * and hidden folders are passed over.
     *
     * @throws IOException when the directory cannot be listed
     */
    public static List<Found> in(Path directory) throws IOException {
        if (Files.exists(directory.resolve(FolderEdits.DESCRIPTION), LinkOption.NOFOLLOW_LINKS)) {
            return List.of(folder(directory.toRealPath()));
        }
        var found = new ArrayList<Found>();
        try (var entries = Files.newDirectoryStream(directory)) {
            for (var entry : entries) {
                var attributes = attributes(entry);
                var name = entry.getFileName().toString();
                if (name.startsWith(".") || attributes.isRegularFile()) {
                    continue;
                }
                if (found.size() == MOST_FOLDERS) {
                    throw new IOException("%s has more than %,d folders".formatted(directory, MOST_FOLDERS));
                }
                found.add(
                        attributes.isDirectory()
                                ? folder(entry)
                                : new Found(name, Map.of(), List.of(noFolder(name, attributes))));
            }
        }
        found.sort(Comparator.comparing(Found::folder));
        return found;
    }

    private static Found folder(Path folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        var problems = new Problems();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            var count = 0;
            for (var entry : entries) {
                if (++count > PolicyFiles.MOST_FILES) {
                    problems.add(".", 1, "the folder has more than 64 files", "keep one policy in it");
                    break;
                }
                file(entry, files, problems);
            }
        }
        return new Found(folder.getFileName().toString(), files, problems.inOrder());
    }

    private static void file(Path entry, Map<String, byte[]> files, Problems problems) {
        var name = entry.getFileName().toString();
        try {
            var attributes = attributes(entry);
            if (attributes.isSymbolicLink()) {
                problems.add(name, 1, "it is a symbolic link", "put the file itself there");
            } else if (attributes.isDirectory()) {
                problems.add(name, 1, "it is a folder inside a policy", "keep the files of a policy in one folder");
            } else if (!attributes.isRegularFile()) {
                problems.add(name, 1, "it is no file", "remove it");
            } else if (attributes.size() > SourceFile.MOST_BYTES) {
                SourceFile.tooLarge(name, attributes.size(), problems);
            } else {
                files.put(name, bytes(entry));
            }
        } catch (IOException e) {
            problems.add(name, 1, "it cannot be read", "let it be read by the account that runs this");
        }
    }

    /** One byte more than a file may have is enough to refuse a file that has grown meanwhile. */
    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(SourceFile.MOST_BYTES + 1);
        }
    }

    private static FileProblem noFolder(String name, BasicFileAttributes attributes) {
        return attributes.isSymbolicLink()
                ? new FileProblem(name, 1, "it is a symbolic link", "put the folder itself there")
                : new FileProblem(name, 1, "it is neither a file nor a folder", "remove it");
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
