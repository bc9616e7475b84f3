package io.lumia.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FunctionFoldersTest {

    @Test
    void everyFunctionFolderRunsHere() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("..", "functions"))) {
            assertThat(folders.filter(folder -> Files.exists(folder.resolve("function.json")))
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(FunctionHost.FUNCTIONS);
        }
    }
}
