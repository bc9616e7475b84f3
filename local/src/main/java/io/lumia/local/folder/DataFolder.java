package io.lumia.local.folder;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where a local installation keeps its data.
 *
 * @param root absolute
 */
public record DataFolder(Path root) {

    /** Only a folder with this file, or an empty one, is ever wiped. */
    private static final String MARK = "lumia-data-folder";

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** PostgreSQL's cluster. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** PostgreSQL's programs, unpacked once. */
    public Path postgresPrograms() {
        return root.resolve("postgres-programs");
    }

    /** Raw provider answers. */
    public Path objects() {
        return root.resolve("objects");
    }

    /** Dead letters that outlive the process. */
    public Path deadLetters() {
        return root.resolve("dead-letters.json");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path logFile() {
        return logs().resolve("lumia.log");
    }

    /** What PostgreSQL itself says. */
    public Path serverLog() {
        return logs().resolve("postgres.log");
    }

    /** Mails that a deployment would send. */
    public Path mails() {
        return root.resolve("mails");
    }

    Path secretsFile() {
        return root.resolve("secrets.json");
    }

    /** Address and password of the account for trying things out, if one was asked for. */
    public Path demoAccount() {
        return root.resolve("demo-account.json");
    }

    Path lockFile() {
        return root.resolve("lock");
    }

    Path runtimeFile() {
        return root.resolve("runtime.json");
    }

    /** Makes the folder where it is missing; says so plainly where that cannot be. */
    public DataFolder create() {
        try {
            Files.createDirectories(objects());
            Files.createDirectories(logs());
            Files.writeString(root.resolve(MARK), "Lumia keeps its data here; see local/README.md\n");
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.INTERNAL, "data folder %s cannot be written: %s".formatted(root, e.getMessage()), e);
        }
        return this;
    }

    public boolean exists() {
        return Files.exists(root.resolve(MARK));
    }

    /** Whether a database was ever made here. */
    public boolean holdsDatabase() {
        return Files.exists(postgres().resolve("PG_VERSION"));
    }

    /** Deletes the data; refuses a folder that is not Lumia's. The caller holds the lock. */
    public void wipe() {
        if (Files.exists(root) && !exists() && !isEmpty()) {
            throw new AppException(
                    ErrorCode.CONFLICT,
                    "%s holds files but is no data folder of Lumia, so it is not wiped; name another with --data"
                            .formatted(root));
        }
        for (Path part : new Path[] {
            postgres(),
            objects(),
            deadLetters(),
            mails(),
            secretsFile(),
            demoAccount(),
            runtimeFile(),
            root.resolve("demo.json")
        }) {
            delete(part);
        }
    }

    private boolean isEmpty() {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.allMatch(entry -> entry.equals(lockFile()));
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "%s cannot be listed: %s".formatted(root, e.getMessage()), e);
        }
    }

    private static void delete(Path path) {
        try {
            Folders.deleteAll(path);
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "%s cannot be deleted: %s".formatted(path, e.getMessage()), e);
        }
    }
}
