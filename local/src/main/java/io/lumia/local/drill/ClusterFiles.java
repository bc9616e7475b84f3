package io.lumia.local.drill;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** A PostgreSQL cluster as a folder of files. */
final class ClusterFiles {

    /** Of the server that runs, not of the data (PostgreSQL manual, "Making a Base Backup Using the Low Level API"). */
    private static final Set<String> OF_THE_SERVER =
            Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "recovery.signal", "standby.signal");

    private ClusterFiles() {}

    /**
     * Copies a cluster, one that runs too: a file that goes meanwhile is no part of a backup.
     *
     * @param withLog whether pg_wal's files too, which a base backup takes from the archive
     * @return bytes copied
     */
    static long copy(Path from, Path to, boolean withLog) throws IOException {
        Copy copy = new Copy(from, to, withLog);
        Files.walkFileTree(from, copy);
        return copy.bytes;
    }

    /** Adds settings that win over all others in the cluster. */
    static void configure(Path cluster, String settings) throws IOException {
        Files.writeString(
                cluster.resolve("postgresql.auto.conf"),
                settings,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** A path as part of a command of PostgreSQL's configuration. */
    static String quoted(Path path) {
        return path.toString().replace("%", "%%").replace("'", "''");
    }

    private static final class Copy extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;
        private final boolean withLog;
        private long bytes;

        private Copy(Path from, Path to, boolean withLog) {
            this.from = from;
            this.to = to;
            this.withLog = withLog;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.copy(folder, target(folder), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            boolean ofTheLog = from.relativize(file).startsWith("pg_wal");
            if (OF_THE_SERVER.contains(file.getFileName().toString()) || (ofTheLog && !withLog)) {
                return FileVisitResult.CONTINUE;
            }
            try {
                Files.copy(file, target(file), StandardCopyOption.COPY_ATTRIBUTES);
                bytes += attributes.size();
            } catch (NoSuchFileException _) {
                // The server removed it since we listed the folder; its log says so too.
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private Path target(Path path) {
            return to.resolve(from.relativize(path).toString());
        }
    }
}
