package io.lumia.local.folder;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.time.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    /** Null for the real clock. Whole or not at all: the process may be halted meanwhile. */
    public static void write(DataFolder folder, @Nullable Instant standsAt) {
        Path file = folder.root().resolve(FILE);
        try {
            if (standsAt == null) {
                Files.deleteIfExists(file);
            } else {
                Path written = Files.writeString(folder.root().resolve(FILE + ".new"), standsAt.toString());
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * After a session: the next one must not stand before what this one has collected. Within the day on which the clock
     * stands; a later instant is another day and is not remembered.
     */
    public static void goOn(DataFolder folder, Instant standsAt, Instant now) {
        if (now.isAfter(standsAt) && isSameDay(standsAt, now)) {
            write(folder, now);
        }
    }

    /** Where an earlier session of the same day stopped, else the instant itself. */
    public static Instant resume(DataFolder folder, Instant standsAt) {
        return read(folder)
                .filter(remembered -> remembered.isAfter(standsAt) && isSameDay(standsAt, remembered))
                .orElse(standsAt);
    }

    private static boolean isSameDay(Instant first, Instant second) {
        return first.atZone(Clocks.NEW_YORK)
                .toLocalDate()
                .equals(second.atZone(Clocks.NEW_YORK).toLocalDate());
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
