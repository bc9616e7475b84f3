package io.lumia.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.Child;
import io.lumia.local.Child.Ended;
import io.lumia.local.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On an emulator that runs already and of which nobody wants anything else: {@code -Dlumia.emulator.endpoint=http://127.0.0.1:4566}.
 * Skips where none is named.
 */
final class RunningEmulatorIT extends EmulatorContract {

    private static final String ENDPOINT = "lumia.emulator.endpoint";
    private static final Path CDK = Path.of("../infra-cdk/node_modules/.bin/cdk");
    private static final Duration UP_LIMIT = Duration.ofMinutes(30);

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsAnEmulator() {
        assumeTrue(System.getProperty(ENDPOINT) != null, "no emulator is named by -D" + ENDPOINT);
    }

    @Override
    String endpoint() {
        return System.getProperty(ENDPOINT, "");
    }

    /** moto keeps schedules only; {@code -Dlumia.emulator.fires=true} where they do more. */
    @Override
    boolean firesSchedules() {
        return Boolean.getBoolean("lumia.emulator.fires");
    }

    /** One after the other in one test: each is the ground of the next. */
    @Test
    void theWholeStageComesUpLivesADayComesUpAgainAndGoes() throws Exception {
        assumeTrue(Files.isExecutable(CDK), CDK + " is missing; install it: (cd infra-cdk && npm ci)");
        cloud("down");

        Ended day = cloud(
                "up", "--once", "--json", "--data", folder.resolve("cloud").toString());

        assertThat(day.exitCode()).as(day.out() + day.err()).isZero();
        JsonNode steps = Json.tree(day.out()).path("steps");
        assertThat(steps).isNotEmpty().allMatch(step -> step.path("proved").asBoolean());

        Ended again =
                cloud("up", "--deploy-only", "--data", folder.resolve("cloud").toString());

        assertThat(again.exitCode()).as(again.out() + again.err()).isZero();

        Ended down = cloud("down");

        assertThat(down.exitCode()).as(down.out() + down.err()).isZero();
        assertThat(cloud("down").out()).contains("nothing of stage 'emulator' was at");
    }

    private Ended cloud(String command, String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("cloud", command, "--endpoint", endpoint()));
        words.addAll(List.of(options));
        try (Child child = Child.start(folder, words.toArray(String[]::new))) {
            return child.awaitEnd(UP_LIMIT);
        }
    }
}
