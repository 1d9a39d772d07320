package org.conjoint.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The hold that one process at a time has on a data folder, with the address of the console that has it. */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "console.lock";
    private static final String ADDRESS = "console.address";

    private final Path folder;
    private final FileChannel channel;

    @SuppressWarnings({"unused", "FieldCanBeLocal"})
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the hold, making the folder when it is not there.
     *
     * @throws FolderHeld when another process has it
     * @throws IOException when the folder cannot be made or written
     */
    static DataFolder hold(Path folder) throws IOException {
        Files.createDirectories(folder);
        var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                Files.deleteIfExists(folder.resolve(ADDRESS));
                return new DataFolder(folder, channel, lock);
            }
        } catch (OverlappingFileLockException held) {
            // Another part of this same process has it.
        }
        channel.close();
        throw new FolderHeld(folder, address(folder));
    }

    /** Tells other processes where the console that holds the folder answers. */
    void announce(String address) throws IOException {
        Files.writeString(folder.resolve(ADDRESS), address);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve(ADDRESS));
        channel.close();
    }

    private static Optional<String> address(Path folder) throws IOException {
        try {
            return Optional.of(Files.readString(folder.resolve(ADDRESS)).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
