package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.runtime.Installation;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Looks at a job without saving it. */
@Command(
        name = "validate",
        description = "Say what is wrong with a job's document, and when it would run; nothing is saved.",
        mixinStandardHelpOptions = true)
final class ValidateJobCommand extends ApiCommand {

    @Parameters(paramLabel = "FILE", description = "A JSON document of a job.")
    private Path file = Path.of("");

    @Override
    void check() {
        JobFiles.read(file);
    }

    @Override
    int ask(Installation installation, CollectionApi api) {
        JsonNode answer = api.post("/jobs/validate", JobFiles.read(file));
        print(answer, () -> show(answer));
        return answer.path("valid").asBoolean() ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private void show(JsonNode answer) {
        out().println(answer.path("valid").asBoolean() ? "the job can be saved" : "the job cannot be saved:");
        answer.path("faults").forEach(fault -> out().println("  " + said(fault)));
        if (!answer.path("next_runs").isEmpty()) {
            out().println("it would run next:");
            answer.path("next_runs").forEach(run -> out().println("  " + run.asText()));
        }
    }

    private static String said(JsonNode fault) {
        return "%s: %s".formatted(text(fault, "path"), text(fault, "message"));
    }
}
