package io.lumia.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.infra.settings.StageSettings.FunctionRuntime;
import io.lumia.kernel.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionCodeTest {

    @Test
    void takesTheZipThatTheBuildMadeForTheRuntime(@TempDir Path functions) throws IOException {
        Path target = Files.createDirectories(functions.resolve("load/target"));
        Path program = Files.writeString(target.resolve("function.zip"), "zip");
        Path jars = Files.writeString(target.resolve("function-jvm.zip"), "zip");

        FunctionCode built = new FunctionCode.Built(functions);

        assertThat(built.zip("load", FunctionRuntime.NATIVE)).isEqualTo(program);
        assertThat(built.zip("load", FunctionRuntime.JVM)).isEqualTo(jars);
    }

    @Test
    void neverDeploysAPlaceholderInPlaceOfAMissingZip(@TempDir Path functions) {
        assertThatThrownBy(() -> new FunctionCode.Built(functions).zip("load", FunctionRuntime.NATIVE))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("function 'load' has no zip")
                .hasMessageContaining("function.zip");
    }
}
