package io.lumia.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.infra.settings.StageReader;
import io.lumia.infra.settings.StageSettings;
import io.lumia.infra.settings.StageSettings.FunctionRuntime;
import io.lumia.kernel.AppException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zips with headers of programs that are none: 20 bytes are all that is looked at. */
class FunctionCodeTest {

    /** From the System V ABI's list of machines. */
    private static final int AMD64 = 62;

    private static final int AARCH64 = 183;
    private static final int RISC_V = 243;

    @TempDir
    Path functions;

    @Test
    void takesTheZipThatTheBuildMadeForTheRuntime() throws IOException {
        Path program = zip("load", "function.zip", "bootstrap", elf(AARCH64));
        Path jars = zip("score-sentiment", "function-jvm.zip", "lib/a.jar", new byte[0]);
        FunctionCode built = new FunctionCode.Built(functions);

        assertThatCode(() -> built.check(List.of("load", "score-sentiment"), stage("lean")))
                .doesNotThrowAnyException();
        assertThat(built.zip("load", FunctionRuntime.NATIVE)).isEqualTo(program);
        assertThat(built.zip("score-sentiment", FunctionRuntime.JVM)).isEqualTo(jars);
    }

    @Test
    void neverDeploysAPlaceholderInPlaceOfAMissingZip() {
        assertThatThrownBy(() -> check("lean", "load", "score-sentiment"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("2 of 2 functions have no zip that stage 'lean' can run")
                .hasMessageContaining("function 'load'")
                .hasMessageContaining("function.zip is missing")
                .hasMessageContaining("mvn -Pnative -DskipTests -pl functions/load -am package")
                .hasMessageContaining("mvn -Pjvm -DskipTests -pl functions/score-sentiment -am package");
    }

    @Test
    void namesWhatAProgramWasBuiltForAndWhatTheStageWants() throws IOException {
        zip("load", "function.zip", "bootstrap", elf(AMD64));

        assertThatThrownBy(() -> check("lean", "load"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("function 'load'")
                .hasMessageContaining("is x86_64, wanted is arm64")
                .hasMessageContaining("mvn -Pnative -DskipTests -pl functions/load -am package")
                .hasMessageContaining("functions.architecture or functions.runtime in infra-cdk/stages/lean.json");
        assertThatCode(() -> check("full", "load"))
                .as("stage 'full' runs on x86_64")
                .doesNotThrowAnyException();
    }

    @Test
    void namesOneThatIsForTheOtherProcessorWhereX86IsWanted() throws IOException {
        zip("load", "function.zip", "bootstrap", elf(AARCH64));
        zip("collect", "function.zip", "bootstrap", elf(RISC_V));

        assertThatThrownBy(() -> check("full", "load", "collect"))
                .hasMessageContaining("is arm64, wanted is x86_64")
                .hasMessageContaining("is for ELF machine 243, wanted is x86_64");
    }

    @Test
    void refusesWhatIsNoProgramForLinux() throws IOException {
        byte[] ofAMac = ByteBuffer.allocate(64).putInt(0xcffaedfe).array();
        byte[] of32Bits = elf(AARCH64);
        of32Bits[4] = 1;
        zip("load", "function.zip", "bootstrap", ofAMac);
        zip("collect", "function.zip", "bootstrap", "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8));
        zip("market-api", "function.zip", "other", elf(AARCH64));
        zip("account-api", "function.zip", "bootstrap", of32Bits);
        Files.writeString(
                Files.createDirectories(functions.resolve("authorize/target")).resolve("function.zip"), "no zip");

        assertThatThrownBy(() -> check("lean", "load", "collect", "market-api", "account-api", "authorize"))
                .hasMessageContaining("5 of 5 functions")
                .hasMessageContaining("load/target/function.zip is no program for Linux")
                .hasMessageContaining("collect/target/function.zip is no program for Linux")
                .hasMessageContaining("market-api/target/function.zip is missing")
                .hasMessageContaining("account-api/target/function.zip is a program of 32 bits")
                .hasMessageContaining("authorize/target/function.zip is not to be read");
    }

    private void check(String stage, String... names) {
        new FunctionCode.Built(functions).check(List.of(names), stage(stage));
    }

    private static StageSettings stage(String name) {
        return StageReader.read(Templates.SAMPLE_STAGES, name);
    }

    private Path zip(String function, String file, String entry, byte[] content) throws IOException {
        Path zip = Files.createDirectories(functions.resolve(function).resolve("target"))
                .resolve(file);
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            packed.putNextEntry(new ZipEntry(entry));
            packed.write(content);
        }
        return zip;
    }

    /** The header's first 64 bytes: magic, 64 bits, little end first, version 1; a shared object for the machine. */
    private static byte[] elf(int machine) {
        return ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1})
                .putShort(16, (short) 3)
                .putShort(18, (short) machine)
                .array();
    }
}
