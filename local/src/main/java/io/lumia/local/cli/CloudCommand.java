package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.cloud.CloudDeployment;
import io.lumia.local.cloud.CloudDeployment.Deployed;
import io.lumia.local.cloud.Emulator;
import io.lumia.local.cloud.EmulatorDatabase;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.RuntimeFile;
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
        description = "Deploy the cloud's stacks to something that acts as AWS.",
        mixinStandardHelpOptions = true,
        subcommands = CloudCommand.Up.class)
final class CloudCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "up is missing");
    }

    /** Deploys them. */
    @Command(
            name = "up",
            description = {
                "Deploy the stacks of stage 'emulator' to LocalStack, floci or another emulator, by the CDK.",
                "The database is the PostgreSQL of --database, or that of 'lumia up' where it runs. local/compose.yaml"
                        + " starts an emulator and a PostgreSQL."
            },
            mixinStandardHelpOptions = true)
    static final class Up extends LumiaCommand {

        @Mixin
        private DataOption data = new DataOption();

        @Option(
                names = "--endpoint",
                paramLabel = "URL",
                defaultValue = "http://127.0.0.1:4566",
                description = "Where the emulator listens, by its IP address (default http://127.0.0.1:4566).")
        private String endpoint = "http://127.0.0.1:4566";

        @Option(names = "--region", defaultValue = "us-east-1", description = "That it acts as (default us-east-1).")
        private String region = "us-east-1";

        @Option(
                names = "--database",
                paramLabel = "URL",
                description =
                        "jdbc:postgresql://host:port/name?user=name as the functions see it; its password is taken from"
                                + " LUMIA_DATABASE_PASSWORD.")
        private @Nullable String database;

        @Override
        int run() {
            Emulator emulator = Emulator.parse(endpoint, region);
            EmulatorDatabase chosen = EmulatorDatabase.parse(
                    url(data.folder(this)), System.getenv().getOrDefault("LUMIA_DATABASE_PASSWORD", ""));
            note("%s", chosen);
            CloudDeployment deployment =
                    new CloudDeployment(home(), home().resolve(".lumia/templates"), text -> note("%s", text));
            Deployed deployed = deployment.deploy(emulator, chosen);
            print(deployed, () -> show(emulator, deployed));
            return ExitCodes.DONE;
        }

        private String url(DataFolder folder) {
            if (database != null) {
                return database;
            }
            return RuntimeFile.read(folder)
                    .map(RuntimeFile::jdbcUrl)
                    .orElseThrow(() -> new AppException(
                            ErrorCode.NOT_FOUND,
                            "no Lumia runs on %s whose database could be used; start 'lumia up', or name one by --database"
                                    .formatted(folder.root())));
        }

        private void show(Emulator emulator, Deployed deployed) {
            out().println("deployed to %s".formatted(emulator.endpoint()));
            out().println("queues      %s".formatted(String.join(", ", deployed.queues())));
            out().println("schedules   all listed; %d had to be made through the API"
                    .formatted(deployed.schedulesMade()));
            out().println("log         %s".formatted(deployed.log()));
        }
    }
}
