package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.Run;
import io.lumia.kernel.AppException;
import io.lumia.local.runtime.Installation;
import io.lumia.local.runtime.Pipeline;
import io.lumia.local.time.Clocks;
import io.lumia.platform.database.Transactions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a job now. */
@Command(
        name = "run",
        description = {
            "Run a job now, whatever its schedule says: what is missing, or a range.",
            "Where lumia up is at work on the folder, it does the work and this returns at once; otherwise this waits."
        },
        mixinStandardHelpOptions = true)
final class RunJobCommand extends ApiCommand {

    @Parameters(paramLabel = "NAME", description = "The job's name.")
    private String name = "";

    @Option(names = "--from", paramLabel = "DATE", description = "First date; without it what is missing.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last date; without it the last closed session.")
    private @Nullable String to;

    @Override
    void check() {
        if (from != null) {
            Clocks.date("--from", from);
        }
        if (to != null) {
            Clocks.date("--to", to);
        }
        if (from != null && to != null && Clocks.date("--from", from).isAfter(Clocks.date("--to", to))) {
            throw AppException.invalid("--from", from, "dates up to " + to);
        }
    }

    @Override
    int ask(Installation installation, CollectionApi api) throws InterruptedException {
        installation.recover();
        // Pollers of our own where nobody else's are at work; the run is planned by one of them.
        Pipeline pipeline = installation.pipeline();
        JsonNode started = api.post(JobsCommand.path(name) + "/run", range());
        if (installation.other().isPresent()) {
            print(started, () -> out().println(
                            "job %s was started; lumia runs --job %s tells what became of it".formatted(name, name)));
            return ExitCodes.DONE;
        }
        pipeline.awaitIdle(Waits.LOAD, () -> {});
        return ended(installation, Instant.parse(started.path("scheduled_for").asText()));
    }

    private int ended(Installation installation, Instant scheduledFor) throws InterruptedException {
        CollectionLog log = installation.functions().bean(CollectionLog.class);
        Optional<UUID> run = installation
                .functions()
                .bean(Transactions.class)
                .inTransaction(() -> log.findRun(name, scheduledFor))
                .map(Run::id);
        if (run.isEmpty()) {
            print(Map.of("job", name, "note", "nothing to do"), () -> out().println(
                            "job %s has nothing to do: our books have it all".formatted(name)));
            return ExitCodes.DONE;
        }
        return RunEnds.await(this, installation, run.get(), "run of " + name);
    }

    private Map<String, String> range() {
        Map<String, String> range = new LinkedHashMap<>();
        if (from != null) {
            range.put("from", from);
        }
        if (to != null) {
            range.put("to", to);
        }
        return range;
    }
}
