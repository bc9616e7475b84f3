package io.lumia.platform.database;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Migrations inside a native program. Flyway's own search knows folders and jars, neither of which is there: a native
 * program has its resources in a file system of its own. A migration's name in the history is the same in both.
 */
final class MigrationFolder implements ResourceProvider {

    private static final String IMAGE_CODE = "org.graalvm.nativeimage.imagecode";
    private static final URI RESOURCES = URI.create("resource:/");

    private final List<LoadableResource> files;

    private MigrationFolder(List<LoadableResource> files) {
        this.files = files;
    }

    /** Whether this process is a native program. */
    static boolean isNeeded() {
        return "runtime".equals(System.getProperty(IMAGE_CODE));
    }

    /** @param folder as on the class path, {@code db/migration} */
    static MigrationFolder ofProgram(String folder) {
        try (FileSystem resources = FileSystems.newFileSystem(RESOURCES, Map.of())) {
            return of(resources.getPath("/" + folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads all files of a folder and of the folders in it. */
    static MigrationFolder of(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return new MigrationFolder(paths.filter(Files::isRegularFile)
                    .sorted()
                    .<LoadableResource>map(path -> Migration.read(folder, path))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return files.stream()
                .filter(file -> file.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return files.stream()
                .filter(file -> file.getFilename().startsWith(prefix))
                .filter(file -> Arrays.stream(suffixes)
                        .anyMatch(suffix -> file.getFilename().endsWith(suffix)))
                .toList();
    }

    private static final class Migration extends LoadableResource {

        private final String relativePath;
        private final String filename;
        private final String sql;

        private Migration(String relativePath, String filename, String sql) {
            this.relativePath = relativePath;
            this.filename = filename;
            this.sql = sql;
        }

        static Migration read(Path folder, Path file) {
            try {
                return new Migration(
                        folder.relativize(file).toString(), file.getFileName().toString(), Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Reader read() {
            return new StringReader(sql);
        }

        @Override
        public String getAbsolutePath() {
            return relativePath;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return relativePath;
        }

        @Override
        public String getFilename() {
            return filename;
        }

        @Override
        public String getRelativePath() {
            return relativePath;
        }
    }
}
