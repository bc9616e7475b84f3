package io.lumia.local.folder;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One process per data folder. The operating system drops the lock when the process ends, however it ends, so a lock
 * can never be stale; the file itself stays.
 */
public final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or fails with CONFLICT naming who holds it. */
    public static FolderLock take(DataFolder folder) {
        return tryTake(folder).orElseThrow(() -> held(folder));
    }

    /** Empty where another process, or another part of this one, holds it. */
    public static Optional<FolderLock> tryTake(DataFolder folder) {
        try {
            Files.createDirectories(folder.root());
            FileChannel channel =
                    FileChannel.open(folder.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new FolderLock(channel));
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.INTERNAL,
                    "data folder %s cannot be locked: %s".formatted(folder.root(), e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.INTERNAL, "the data folder's lock cannot be released: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static AppException held(DataFolder folder) {
        String holder = RuntimeFile.read(folder)
                .map(running -> "process %d (%s, since %s%s)"
                        .formatted(
                                running.pid(),
                                running.command(),
                                running.startedAt(),
                                running.httpPort() == 0 ? "" : ", http://127.0.0.1:" + running.httpPort()))
                .orElse("another process that is just starting or stopping");
        return new AppException(
                ErrorCode.CONFLICT,
                "data folder %s is in use by %s; stop that one, or name another folder with --data"
                        .formatted(folder.root(), holder));
    }
}
