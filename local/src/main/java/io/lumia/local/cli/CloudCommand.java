package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.local.cloud.CloudDay;
import io.lumia.local.cloud.CloudDay.Step;
import io.lumia.local.cloud.CloudDeployment;
import io.lumia.local.cloud.CloudDeployment.Deployed;
import io.lumia.local.cloud.CloudDeployment.Destroyed;
import io.lumia.local.cloud.Emulator;
import io.lumia.local.cloud.EmulatorDatabase;
import io.lumia.local.cloud.HostedStage;
import io.lumia.local.cloud.Inventory;
import io.lumia.local.database.EmbeddedServer;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.FolderLock;
import io.lumia.local.runtime.ShutdownStack;
import io.lumia.local.text.TextTable;
import io.lumia.local.time.Clocks;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The cloud's stacks on this machine. */
@Command(
        name = "cloud",
        description = "Deploy the cloud's stacks to something that acts as AWS, and run them there.",
        mixinStandardHelpOptions = true,
        subcommands = {CloudCommand.Up.class, CloudCommand.Down.class})
final class CloudCommand implements Runnable {

    private static final String FOLDER = "cloud";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "up or down is missing");
    }

    /** Which emulator. */
    static final class EmulatorOptions {

        @Option(
                names = "--endpoint",
                paramLabel = "URL",
                defaultValue = "http://127.0.0.1:4566",
                description = "Where the emulator listens, by its IP address (default http://127.0.0.1:4566).")
        private String endpoint = "http://127.0.0.1:4566";

        @Option(names = "--region", defaultValue = "us-east-1", description = "That it acts as (default us-east-1).")
        private String region = "us-east-1";

        Emulator emulator() {
            return Emulator.parse(endpoint, region);
        }
    }

    private static CloudDeployment deployment(LumiaCommand command) {
        Path home = LumiaCommand.home();
        return new CloudDeployment(home, home.resolve(".lumia/templates"), text -> command.note("%s", text));
    }

    /** Deploys them, and lives a day on them. */
    @Command(
            name = "up",
            description = {
                "Deploy the stacks of stage 'emulator' to LocalStack, floci or another emulator, by the CDK; make through its"
                        + " API what it only pretended to make; run the functions as processes of this machine on its queues;"
                        + " and send a day through them.",
                "The database is a PostgreSQL of our own, or that of --database. local/compose.yaml starts an emulator and a"
                        + " PostgreSQL."
            },
            mixinStandardHelpOptions = true)
    static final class Up extends LumiaCommand {

        /** Months of the demo's bundle that end with it: enough for signals, which want sixty sessions. */
        private static final LocalDate DAY_FROM = LocalDate.of(2017, 7, 3);

        private static final LocalDate DAY_TO = LocalDate.of(2017, 11, 10);

        @Mixin
        private EmulatorOptions where = new EmulatorOptions();

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Data folder of our own database; without it .lumia/cloud beside the sources.")
        private @Nullable Path data;

        @Option(
                names = "--database",
                paramLabel = "URL",
                description =
                        "jdbc:postgresql://host:port/name?user=name as the functions see it; its password is taken from"
                                + " LUMIA_DATABASE_PASSWORD.")
        private @Nullable String database;

        @Option(names = "--deploy-only", description = "End after the deployment.")
        private boolean deployOnly;

        @Option(names = "--once", description = "End after the day; without it the API goes on serving.")
        private boolean once;

        @Option(
                names = "--port",
                defaultValue = "8080",
                description = "Where the API listens (default 8080; any free one with --once).")
        private int port = 8080;

        @Override
        int run() throws Exception {
            Ports.check(port);
            Emulator emulator = where.emulator();
            if (database != null) {
                chosen(database).requireAnswer();
            }
            CloudDeployment.requireAnswer(emulator);
            DataFolder folder = folder(data, FOLDER).create();
            try (ShutdownStack everything = new ShutdownStack();
                    Foreground foreground = Foreground.ofWork(everything)) {
                return run(emulator, folder, everything, foreground);
            }
        }

        private static EmulatorDatabase chosen(String url) {
            return EmulatorDatabase.parse(url, System.getenv().getOrDefault("LUMIA_DATABASE_PASSWORD", ""));
        }

        private String ownDatabase(DataFolder folder, ShutdownStack everything) {
            everything.push("lock", FolderLock.take(folder));
            return everything.push("database", EmbeddedServer.start(folder)).jdbcUrl();
        }

        private int run(Emulator emulator, DataFolder folder, ShutdownStack everything, Foreground foreground)
                throws InterruptedException {
            EmulatorDatabase chosen = chosen(database != null ? database : ownDatabase(folder, everything));
            note("%s", chosen);
            Deployed deployed = deployment(this).deploy(emulator, chosen);
            if (deployOnly) {
                print(deployed, () -> show(deployed));
                return ExitCodes.DONE;
            }
            note("starting functions …");
            HostedStage stage = everything.push(
                    "stage",
                    HostedStage.start(
                            home(), emulator, deployed, folder, chosen.jdbcUrl(), Clocks.real(), once ? 0 : port));
            return live(stage, deployed, foreground);
        }

        private int live(HostedStage stage, Deployed deployed, Foreground foreground) throws InterruptedException {
            List<Step> steps =
                    new CloudDay(stage, Bundles.orDemo(null), DAY_FROM, DAY_TO, text -> note("%s", text)).play();
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("deployed", deployed.lines());
            report.put("functions", stage.started());
            report.put("steps", steps);
            print(report, () -> {
                show(deployed);
                show(stage, steps);
            });
            int code = steps.stream().allMatch(Step::proved) ? ExitCodes.DONE : ExitCodes.FAILED;
            if (!once) {
                note("the API answers at http://127.0.0.1:%d/api/v1; Ctrl-C stops it", stage.port());
                foreground.await(code);
            }
            return code;
        }

        private void show(Deployed deployed) {
            TextTable table = new TextTable("deployed", "wanted", "made by API", "missing");
            for (Inventory.Line line : deployed.lines()) {
                table.row(
                        line.what(),
                        TextTable.count(line.wanted()),
                        TextTable.count(line.made()),
                        line.missing().isEmpty()
                                ? ""
                                : "%d %s"
                                        .formatted(line.missing().size(), line.trouble())
                                        .strip());
            }
            table.print(out());
            out().println("log %s".formatted(deployed.log()));
        }

        private void show(HostedStage stage, List<Step> steps) {
            out().println();
            TextTable table = new TextTable("", "step", "what it showed");
            steps.forEach(step -> table.row(step.proved() ? "✓" : "✗", step.what(), step.shown()));
            table.print(out());
            out().println();
            out().println("functions ran as processes of this machine: %s".formatted(stage.started()));
            out().println(
                            "not shown: the emulator's own clock, its Lambda and its API Gateway (our processes and our gateway"
                                    + " stood in, on the deployed settings); policies, quotas and keys, which emulators do not enforce");
        }
    }

    /** Takes them down. */
    @Command(
            name = "down",
            description = {
                "Destroy the stacks of stage 'emulator' and what was made beside them, and look for what is left. Our database"
                        + " stays, and so do what the stacks keep on purpose (a key, the role by which the gateway logs) and"
                        + " what every deployment stands on (stack CDKToolkit).",
            },
            mixinStandardHelpOptions = true)
    static final class Down extends LumiaCommand {

        @Mixin
        private EmulatorOptions where = new EmulatorOptions();

        @Override
        int run() throws AppException {
            Emulator emulator = where.emulator();
            Destroyed destroyed = CloudDeployment.destroy(emulator, text -> note("%s", text));
            print(destroyed, () -> show(emulator, destroyed));
            return destroyed.left().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
        }

        private void show(Emulator emulator, Destroyed destroyed) {
            if (destroyed.stacks().isEmpty() && destroyed.beside() == 0) {
                out().println("nothing of stage 'emulator' was at %s".formatted(emulator.endpoint()));
            } else {
                out().println("%d stacks and %d things beside them are gone from %s"
                        .formatted(destroyed.stacks().size(), destroyed.beside(), emulator.endpoint()));
            }
            destroyed.left().forEach(thing -> out().println("still there: " + thing));
        }
    }
}
