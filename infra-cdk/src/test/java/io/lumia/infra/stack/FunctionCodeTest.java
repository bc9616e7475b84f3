package io.lumia.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionCodeTest {

    @Test
    void takesTheZipThatTheBuildMade(@TempDir Path functions) throws IOException {
        Path zip = Files.createDirectories(functions.resolve("load/target")).resolve("function.zip");
        Files.writeString(zip, "zip");

        assertThat(new FunctionCode.Built(functions).zip("load")).isEqualTo(zip);
    }

    @Test
    void neverDeploysAPlaceholderInPlaceOfAMissingZip(@TempDir Path functions) {
        assertThatThrownBy(() -> new FunctionCode.Built(functions).zip("load"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("function 'load' has no zip")
                .hasMessageContaining("function.zip");
    }
}
