package io.lumia.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lumia.kernel.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a repository whose synthesis is three lines of shell. */
final class SynthesisTest {

    @TempDir
    private Path home;

    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void layARepository() throws IOException {
        assumeTrue(ToolRun.exists("node"), "needs node on the PATH");
        for (String folder : List.of(
                "infra-cdk/bin",
                "infra-cdk/src/main",
                "infra-cdk/placeholder",
                "shared/kernel/src/main",
                "shared/platform/src/main")) {
            Files.createDirectories(home.resolve(folder));
        }
        write("infra-cdk/stages/dev.json", "{}");
        write("pom.xml", "<project/>");
        write("infra-cdk/pom.xml", "<project/>");
        write("functions/load/function.json", "{}");
        script("mkdir -p \"$CDK_OUTDIR\"; echo \"$CDK_CONTEXT_JSON\" >\"$CDK_OUTDIR/context\"");
    }

    @Test
    void tellsTheCdkWhichStageAndWhereTo() throws IOException {
        Path templates = synthesis().templates("dev");

        assertThat(Files.readString(templates.resolve("context")))
                .isEqualTo("{\"stage\":\"dev\",\"code\":\"placeholder\"}\n");
        assertThat(told).containsExactly("synthesising stage dev …");
    }

    @Test
    void usesAgainWhatWasWrittenUntilAFunctionSaysSomethingElse() throws IOException {
        synthesis().templates("dev");
        synthesis().templates("dev");
        assertThat(told).hasSize(1);

        write("functions/load/function.json", "{\"memory\": 512}");
        synthesis().templates("dev");

        assertThat(told).hasSize(2);
    }

    @Test
    void tellsWhatTheSynthesisSaidWhereItFails() throws IOException {
        script("echo 'lumia: infra-cdk is not built yet'; exit 3");

        assertThatThrownBy(() -> synthesis().templates("dev"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("ended with 3")
                .hasMessageContaining("infra-cdk is not built yet");
    }

    @Test
    void aFailureLeavesNothingThatCountsAsWritten() throws IOException {
        script("exit 1");
        assertThatThrownBy(() -> synthesis().templates("dev")).isInstanceOf(AppException.class);

        assertThatThrownBy(() -> synthesis().templates("dev")).hasMessageContaining("ended with 1");
    }

    @Test
    void refusesAStageThatIsNotThere() {
        assertThatThrownBy(() -> synthesis().templates("prod")).hasMessageContaining("stage is 'prod'; allowed: dev");
    }

    private Synthesis synthesis() {
        return new Synthesis(home, home.resolve("kept"), told::add);
    }

    private void script(String body) throws IOException {
        Path script = home.resolve("infra-cdk/bin/synthesize");
        Files.writeString(script, "#!/usr/bin/env bash\n" + body + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    private void write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
