package io.lumia.local.cloud;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Brings the stacks of stage {@code emulator} into something that acts as AWS, by the CDK, as they come into an account. */
public final class CloudDeployment {

    private static final String STAGE = "emulator";
    private static final String PREFIX = "lumia-" + STAGE + "-";

    /** Of each of the two runs of the CDK. */
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final Path home;
    private final Path kept;
    private final Consumer<String> progress;

    /**
     * @param home     the repository
     * @param kept     a folder for templates and logs
     * @param progress is told before anything that takes its time
     */
    public CloudDeployment(Path home, Path kept, Consumer<String> progress) {
        this.home = home;
        this.kept = kept;
        this.progress = progress;
    }

    /**
     * What is there.
     *
     * @param schedulesMade through the API, which the deployment had left out
     */
    public record Deployed(List<String> queues, int schedulesMade, Path log) {

        public Deployed {
            queues = List.copyOf(queues);
        }
    }

    /** A second time changes what differs. */
    public Deployed deploy(Emulator emulator, EmulatorDatabase database) {
        Path cdk = home.resolve("infra-cdk/node_modules/.bin/cdk");
        if (!Files.isExecutable(cdk)) {
            throw new AppException(
                    ErrorCode.TRANSPORT_UNAVAILABLE,
                    "the cdk command is missing; install it: (cd infra-cdk && npm ci)");
        }
        Path templates = new Synthesis(home, kept, progress).templates(STAGE);
        progress.accept("preparing %s for deployments …".formatted(emulator.endpoint()));
        run(
                cdk,
                emulator,
                "bootstrap",
                templates,
                List.of("--template", template().toString()));
        progress.accept("deploying stage %s …".formatted(STAGE));
        List<String> words = new ArrayList<>(List.of("--all", "--require-approval", "never", "--progress", "events"));
        words.addAll(database.parameters(PREFIX));
        Path log = run(cdk, emulator, "deploy", templates, words);
        try (EmulatedResources resources = new EmulatedResources(emulator, PREFIX)) {
            int made = resources.addMissingSchedules(templates.resolve(PREFIX + "application.template.json"));
            return new Deployed(resources.queueNames(), made, log);
        }
    }

    private Path template() {
        return home.resolve("infra-cdk/bootstrap-emulator.yaml");
    }

    /** From a folder without cdk.json, so that what was synthesised is taken as it is. */
    private Path run(Path cdk, Emulator emulator, String command, Path templates, List<String> options) {
        List<String> words = new ArrayList<>(List.of(cdk.toString(), command, "--app", templates.toString()));
        words.addAll(options);
        Path log = kept.resolve(command + ".log");
        ToolRun.Ended ended = ToolRun.of(words, kept, emulator.environment(), log, LIMIT);
        if (!ended.succeeded()) {
            throw new AppException(
                    ErrorCode.TRANSPORT_UNAVAILABLE,
                    "cdk %s %s; its last words (all are in %s):%n%s"
                            .formatted(command, ended.how(), log, ended.lastLines()));
        }
        return log;
    }
}
