package io.lumia.local.folder;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The instant at which a folder's clock stands, where it is not the real one: commands that come after a demo of 2017
 * must not look for the prices of all the years since.
 */
public final class RememberedClock {

    private static final String FILE = "clock";

    private RememberedClock() {}

    /** Null for the real clock. */
    public static void write(DataFolder folder, @Nullable Instant standsAt) {
        Path file = folder.root().resolve(FILE);
        try {
            if (standsAt == null) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, standsAt.toString());
            }
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Empty for the real clock. */
    public static Optional<Instant> read(DataFolder folder) {
        Path file = folder.root().resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(Instant.parse(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | DateTimeException e) {
            throw new AppException(ErrorCode.INTERNAL, "%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
