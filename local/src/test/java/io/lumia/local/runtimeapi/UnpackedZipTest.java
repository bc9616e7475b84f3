package io.lumia.local.runtimeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnpackedZipTest {

    @TempDir
    private Path folder;

    @Test
    void theProgramCanBeRun() throws IOException {
        Path unpacked = UnpackedZip.of(zip("bootstrap", "#!/bin/sh"));

        assertThat(unpacked.resolve("bootstrap")).isExecutable().hasContent("#!/bin/sh");
    }

    @Test
    void aNewerZipReplacesWhatWasUnpacked() throws IOException {
        UnpackedZip.of(zip("lib/old.jar", "old"));
        Path zip = zip("lib/new.jar", "new");
        Files.setLastModifiedTime(zip, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        Path unpacked = UnpackedZip.of(zip);

        assertThat(UnpackedZip.jars(unpacked.resolve("lib")))
                .containsExactly(unpacked.resolve("lib/new.jar").toString());
    }

    @Test
    void anEntryThatLeavesTheFolderIsRefused() throws IOException {
        Path zip = zip("../outside", "x");

        assertThatThrownBy(() -> UnpackedZip.of(zip))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("'../outside' leaves the folder");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    private Path zip(String entry, String content) throws IOException {
        Path file = folder.resolve("function.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }
}
