package io.lumia.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.platform.lambda.FunctionDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionFoldersTest {

    private static final Path SAMPLES = Path.of("src/test/resources/sample-functions");

    @Test
    void aFolderWithAFileIsAFunctionInTheOrderOfNames() {
        assertThat(FunctionFolders.read(SAMPLES))
                .extracting(FunctionDefinition::name)
                .containsExactly(
                        "account-api",
                        "authorize",
                        "collect",
                        "collection-api",
                        "load",
                        "market-api",
                        "migrate-database",
                        "score-sentiment");
    }

    @Test
    void refusesAFileThatNamesAnotherFolder(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("renamed"));
        Files.copy(SAMPLES.resolve("load/function.json"), folder.resolve("renamed/function.json"));

        assertThatThrownBy(() -> FunctionFolders.read(folder))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("renamed");
    }

    @Test
    void refusesAFolderWithoutFunctions(@TempDir Path folder) {
        assertThatThrownBy(() -> FunctionFolders.read(folder))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("function.json");
    }
}
