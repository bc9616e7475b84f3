package io.lumia.local.folder;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the process that holds a data folder can be reached.
 *
 * @param command       up, demo, ingest …
 * @param httpPort      of the API; 0 while there is none
 * @param jdbcUrl       of the database
 * @param queueEndpoint of SQS
 * @param busEndpoint   of EventBridge
 * @param clock         the instant the clock stands at, null where it is the real one
 * @param bundle        the bundle it was started with, null where there is none
 */
public record RuntimeFile(
        long pid,
        String command,
        Instant startedAt,
        int httpPort,
        String jdbcUrl,
        String queueEndpoint,
        String busEndpoint,
        @Nullable Instant clock,
        @Nullable String bundle) {

    /** What the folder's file says, if the process it names still lives. */
    public static Optional<RuntimeFile> read(DataFolder folder) {
        Path file = folder.runtimeFile();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(Files.readString(file), RuntimeFile.class))
                    .filter(RuntimeFile::isAlive);
        } catch (IOException | AppException _) {
            // Half written in a crash: as good as none, the lock decides who may start.
            return Optional.empty();
        }
    }

    public void write(DataFolder folder) {
        try {
            Path fresh = folder.root().resolve("runtime.json.new");
            Files.writeString(fresh, Json.write(this));
            Files.move(
                    fresh, folder.runtimeFile(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.INTERNAL, "%s cannot be written: %s".formatted(folder.runtimeFile(), e.getMessage()), e);
        }
    }

    public static void delete(DataFolder folder) {
        try {
            Files.deleteIfExists(folder.runtimeFile());
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.INTERNAL, "%s cannot be deleted: %s".formatted(folder.runtimeFile(), e.getMessage()), e);
        }
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
