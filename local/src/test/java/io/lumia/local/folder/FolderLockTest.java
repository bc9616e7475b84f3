package io.lumia.local.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderLockTest {

    private static final Instant STARTED = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    private Path temporary;

    @Test
    void aSecondHolderIsRefusedAndToldWhoHoldsIt() {
        DataFolder folder = new DataFolder(temporary.resolve("data")).create();
        try (FolderLock _ = FolderLock.take(folder)) {
            runtimeFile(ProcessHandle.current().pid()).write(folder);

            assertThatThrownBy(() -> FolderLock.take(folder))
                    .isInstanceOfSatisfying(AppException.class, refusal -> assertThat(refusal.code())
                            .isEqualTo(ErrorCode.CONFLICT))
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()))
                    .hasMessageContaining("http://127.0.0.1:8080");
        }
    }

    @Test
    void theLockIsFreeOnceItIsGivenBack() {
        DataFolder folder = new DataFolder(temporary.resolve("data")).create();
        FolderLock.take(folder).close();

        assertThat(FolderLock.tryTake(folder)).isPresent();
    }

    @Test
    void aRuntimeFileOfAProcessThatIsGoneIsAsGoodAsNone() {
        DataFolder folder = new DataFolder(temporary.resolve("data")).create();
        runtimeFile(Integer.MAX_VALUE).write(folder);

        assertThat(RuntimeFile.read(folder)).isEmpty();
    }

    @Test
    void aHalfWrittenRuntimeFileIsAsGoodAsNone() throws IOException {
        DataFolder folder = new DataFolder(temporary.resolve("data")).create();
        Files.writeString(folder.root().resolve("runtime.json"), "{\"pid\": 12");

        assertThat(RuntimeFile.read(folder)).isEmpty();
    }

    @Test
    void aFolderOfSomebodyElseIsNeverWiped() throws IOException {
        Path home = Files.createDirectories(temporary.resolve("home"));
        Path letter = Files.writeString(home.resolve("letter.txt"), "dear");

        assertThatThrownBy(() -> new DataFolder(home).wipe())
                .isInstanceOf(AppException.class)
                .hasMessageContaining("not wiped");
        assertThat(letter).exists();
    }

    private static RuntimeFile runtimeFile(long pid) {
        return new RuntimeFile(pid, "up", STARTED, 8080, "jdbc:x", "http://q", "http://b", null, null);
    }
}
