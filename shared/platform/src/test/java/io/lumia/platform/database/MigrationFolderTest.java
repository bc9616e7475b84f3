package io.lumia.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.testing.EmbeddedDatabase;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a native program finds is what Flyway finds in folders and jars. */
final class MigrationFolderTest {

    @TempDir
    private Path folder;

    @Test
    void findsFilesOfAllFoldersByPrefixAndSuffix() throws IOException {
        write("a/V1__one.sql");
        write("b/V2__two.sql");
        write("b/R__again.sql");
        write("b/V3__three.txt");

        assertThat(MigrationFolder.of(folder).getResources("V", new String[] {".sql"}))
                .extracting(LoadableResource::getRelativePath)
                .containsExactly("a/V1__one.sql", "b/V2__two.sql");
    }

    @Test
    void findsNoFileThatIsNotThere() throws IOException {
        write("a/V1__one.sql");
        MigrationFolder files = MigrationFolder.of(folder);

        assertThat(files.getResource("a/V1__one.sql")).isNotNull();
        assertThat(files.getResource("V1__one.sql")).isNull();
    }

    @Test
    void isNotAskedOnTheJvm() {
        assertThat(MigrationFolder.isNeeded()).isFalse();
    }

    @Test
    void historyHasTheSameNamesAndChecksumsAsFlywaysOwnSearch() throws URISyntaxException {
        EmbeddedDatabase ours = EmbeddedDatabase.empty();
        EmbeddedDatabase flyways = EmbeddedDatabase.empty();
        Path migrations = classPathFolder();
        FluentConfiguration fromFolder =
                flyway(ours).resourceProvider(MigrationFolder.of(migrations)).javaMigrationClassProvider(List::of);
        FluentConfiguration own = flyway(flyways).locations("filesystem:" + migrations);

        fromFolder.load().migrate();
        own.load().migrate();

        assertThat(history(fromFolder)).isNotEmpty().isEqualTo(history(own));
    }

    private static FluentConfiguration flyway(EmbeddedDatabase database) {
        return Flyway.configure().dataSource(database.url(), database.user(), "");
    }

    private static List<String> history(FluentConfiguration flyway) {
        return Arrays.stream(flyway.load().info().applied())
                .map(MigrationFolderTest::line)
                .toList();
    }

    private static String line(MigrationInfo applied) {
        return "%s %s %s".formatted(applied.getVersion(), applied.getScript(), applied.getChecksum());
    }

    private static Path classPathFolder() throws URISyntaxException {
        URL found = Objects.requireNonNull(MigrationFolder.class.getResource("/db/migration"));
        return Path.of(found.toURI());
    }

    private void write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "SELECT 1;");
    }
}
