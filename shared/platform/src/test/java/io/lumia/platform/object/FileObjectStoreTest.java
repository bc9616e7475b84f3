package io.lumia.platform.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileObjectStoreTest {

    private static final String KEY = "raw/bundle/2017-12-29/bars-0001.csv.gz";

    @TempDir
    private Path folder;

    @Test
    void givesBackWhatWasPut() {
        store().put(KEY, bytes("one"), "text/csv");

        assertThat(store().get(KEY, 100)).isEqualTo(bytes("one"));
    }

    @Test
    void replacesAnObjectAsAWhole() {
        store().put(KEY, bytes("a long first content"), "text/csv");
        store().put(KEY, bytes("short"), "text/csv");

        assertThat(store().get(KEY, 100)).isEqualTo(bytes("short"));
    }

    @Test
    void leavesNothingElseBehind() throws IOException {
        store().put(KEY, bytes("one"), "text/csv");

        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files).containsExactly(folder.resolve(KEY));
        }
    }

    @Test
    void namesAKeyThatDoesNotExist() {
        assertThatThrownBy(() -> store().get(KEY, 100))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND))
                .hasMessageContaining(KEY);
    }

    @Test
    void givesExactlyTheLimitAndRefusesOneByteMore() {
        store().put(KEY, bytes("12345"), "text/plain");

        assertThat(store().get(KEY, 5)).hasSize(5);
        assertThatThrownBy(() -> store().get(KEY, 4))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_REACHED))
                .hasMessageContaining(KEY)
                .hasMessageContaining("4 bytes");
    }

    @Test
    void keepsAnEmptyObject() {
        store().put(KEY, new byte[0], "text/plain");

        assertThat(store().get(KEY, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../outside",
                "a/../../outside",
                "a/./b",
                "a//b",
                "a/",
                "/",
                ".",
                "..",
                ".hidden",
                "a/.hidden",
                "a b",
                "a\\b",
                "a\u0000b",
                "ä",
                "C:a",
                "a\n"
            })
    void refusesKeysThatCouldLeaveTheFolder(String key) throws IOException {
        assertThatThrownBy(() -> store().put(key, bytes("x"), "text/plain"))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                .hasMessageContaining("object key");
        assertThatThrownBy(() -> store().get(key, 1)).isInstanceOf(AppException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void refusesAKeyTooLongForS3WithAPrefix() {
        String longest = "a/".repeat(449) + "aa";

        store().put(longest, bytes("x"), "text/plain");

        assertThatThrownBy(() -> store().put(longest + "a", bytes("x"), "text/plain"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("900 characters");
    }

    @Test
    void neverShowsAReaderHalfAnObject() throws Exception {
        FileObjectStore store = store();
        int size = 200_000;
        store.put(KEY, filled(size, 0), "text/plain");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = IntStream.rangeClosed(1, 2)
                    .<Future<?>>mapToObj(writer -> threads.submit(() -> {
                        for (int turn = 0; turn < 20; turn++) {
                            store.put(KEY, filled(size, writer), "text/plain");
                        }
                    }))
                    .toList();
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                byte[] seen = store.get(KEY, size);
                assertThat(seen).hasSize(size).containsOnly(seen[0]);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
    }

    @Test
    void saysThatTheFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(() -> new FileObjectStore(file).put(KEY, bytes("x"), "text/plain"))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSPORT_UNAVAILABLE))
                .hasMessageContaining(KEY);
    }

    private FileObjectStore store() {
        return new FileObjectStore(folder);
    }

    private static byte[] filled(int size, int value) {
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) value);
        return content;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
