package io.lumia.local.cloud;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings the stacks of stage {@code emulator} into something that acts as AWS, by the CDK, as they come into an account. */
public final class CloudDeployment {

    private static final String STAGE = "emulator";
    /** Of deployed names. */
    static final String PREFIX = "lumia-" + STAGE + "-";

    /** The bucket of templates and zips is called by it, as the stacks of this stage say. */
    private static final String QUALIFIER = "localhost";

    /** The parameter in which a deployment looks whether it was prepared for. */
    private static final String BOOTSTRAP_VERSION = "/cdk-bootstrap/%s/version".formatted(QUALIFIER);

    /** Of each run of the CDK. */
    private static final Duration LIMIT = Duration.ofMinutes(15);

    /** By the day, in their order. */
    private static final List<String> NEEDED = List.of("data", "migration", "application", "api", "watch");

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
     * @param lines      what the templates ask for beside what list calls show
     * @param secretArns by the secret's name in function.json
     * @param log        what the CDK said
     */
    public record Deployed(List<Inventory.Line> lines, Map<String, String> secretArns, Path log) {

        public Deployed {
            lines = List.copyOf(lines);
            secretArns = Map.copyOf(secretArns);
        }
    }

    /** Fails with what to do where no emulator answers: before anything is started for it. */
    public static void requireAnswer(Emulator emulator) {
        try (EmulatorCalls calls = new EmulatorCalls(emulator)) {
            calls.account();
        }
    }

    /** A second time changes what differs. */
    public Deployed deploy(Emulator emulator, EmulatorDatabase database) {
        Path templates = new Synthesis(home, kept, progress).templates(STAGE);
        if (!isPrepared(emulator)) {
            progress.accept("preparing %s for deployments …".formatted(emulator.endpoint()));
            List<String> words =
                    List.of("--qualifier", QUALIFIER, "--template", template().toString());
            run(emulator, "bootstrap", templates, words);
        }
        progress.accept("deploying stage %s …".formatted(STAGE));
        Path log = run(emulator, "deploy", templates, deployment(NEEDED, database));
        Optional<String> trouble = site(emulator, templates, database);
        progress.accept("looking for what was deployed …");
        try (EmulatedResources resources = new EmulatedResources(emulator, PREFIX);
                EmulatorCalls calls = new EmulatorCalls(emulator)) {
            Inventory inventory = new Inventory(calls, resources, templates, PREFIX);
            List<Inventory.Line> lines = new ArrayList<>(inventory.complete());
            lines.add(new Inventory.Line(
                    "site", 1, 0, trouble.isEmpty() ? List.of() : List.of("site"), trouble.orElse("")));
            return new Deployed(lines, inventory.secretArns(), log);
        }
    }

    /** Nothing else needs it, and not every emulator can make a distribution: moto cannot. */
    private Optional<String> site(Emulator emulator, Path templates, EmulatorDatabase database) {
        try {
            run(emulator, "deploy", templates, deployment(List.of("site"), database));
            return Optional.empty();
        } catch (AppException _) {
            return Optional.of("not deployed; why stands in %s".formatted(log("deploy", List.of(PREFIX + "site"))));
        }
    }

    /** Directly: moto forgets what stacks export that came by a change set. */
    static List<String> deployment(List<String> stacks, EmulatorDatabase database) {
        List<String> words = new ArrayList<>();
        stacks.forEach(stack -> words.add(PREFIX + stack));
        words.addAll(List.of("--exclusively", "--method", "direct", "--require-approval", "never"));
        words.addAll(List.of("--progress", "events"));
        words.addAll(database.parameters(PREFIX));
        // Told though it has a default: moto fails to update a stack that was made without one of its parameters.
        stacks.forEach(stack -> words.addAll(
                List.of("--parameters", "%s%s:BootstrapVersion=%s".formatted(PREFIX, stack, BOOTSTRAP_VERSION))));
        return words;
    }

    /**
     * What was taken down.
     *
     * @param stacks by name
     * @param beside how many things that no stack knew
     * @param left   kind and name of what is there all the same
     */
    public record Destroyed(List<String> stacks, int beside, List<String> left) {

        public Destroyed {
            stacks = List.copyOf(stacks);
            left = List.copyOf(left);
        }
    }

    /** Takes the stacks down, and what was made beside them. A second time there is nothing to do. */
    public static Destroyed destroy(Emulator emulator, Consumer<String> progress) {
        try (EmulatorCalls calls = new EmulatorCalls(emulator)) {
            String account = calls.account();
            try (EmulatedObjects objects = new EmulatedObjects(emulator);
                    EmulatedResources resources = new EmulatedResources(emulator, PREFIX)) {
                Leftovers leftovers = new Leftovers(calls, objects, resources, PREFIX);
                progress.accept("emptying buckets …");
                int beside = leftovers.clearTheWay();
                DeployedStacks stacks = new DeployedStacks(calls, PREFIX);
                List<String> names = stacks.names();
                names.forEach(name -> {
                    progress.accept("deleting stack %s …".formatted(name));
                    stacks.delete(name);
                });
                progress.accept("deleting what was made beside the stacks …");
                beside += leftovers.delete(account);
                return new Destroyed(names, beside, leftovers.left(account));
            }
        }
    }

    /** What a deployment looks for is there already; moto fails where it is made twice. */
    private static boolean isPrepared(Emulator emulator) {
        try (EmulatorCalls calls = new EmulatorCalls(emulator)) {
            return calls.call(
                                    "ssm",
                                    "AmazonSSM.DescribeParameters",
                                    Map.of(
                                            "ParameterFilters",
                                            List.of(Map.of("Key", "Name", "Values", List.of(BOOTSTRAP_VERSION)))))
                            .path("Parameters")
                            .size()
                    > 0;
        }
    }

    private Path template() {
        return home.resolve("infra-cdk/bootstrap-emulator.yaml");
    }

    private Path log(String command, List<String> options) {
        return kept.resolve(command.equals("deploy") ? options.getFirst() + ".log" : command + ".log");
    }

    /** From a folder without cdk.json, so that what was synthesised is taken as it is. */
    private Path run(Emulator emulator, String command, Path templates, List<String> options) {
        Path cdk = home.resolve("infra-cdk/node_modules/.bin/cdk");
        if (!Files.isExecutable(cdk)) {
            throw new AppException(
                    ErrorCode.TRANSPORT_UNAVAILABLE,
                    "the cdk command is missing; install it: (cd infra-cdk && npm ci)");
        }
        List<String> words = new ArrayList<>(List.of(cdk.toString(), command, "--app", templates.toString()));
        words.addAll(options);
        Path log = log(command, options);
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
