package io.lumia.local.cli;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Run;
import io.lumia.functions.plancollection.PlanCollection;
import io.lumia.functions.plancollection.PlanOutcome;
import io.lumia.functions.plancollection.PlanOutcome.AlreadyPlanned;
import io.lumia.functions.plancollection.PlanOutcome.NothingToDo;
import io.lumia.functions.plancollection.PlanOutcome.Planned;
import io.lumia.functions.plancollection.PlanOutcome.Skipped;
import io.lumia.functions.plancollection.PlanRequest;
import io.lumia.kernel.AppException;
import io.lumia.local.runtime.Installation;
import io.lumia.local.time.Clocks;
import io.lumia.platform.database.Transactions;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Collects a range again. */
@Command(
        name = "backfill",
        description = {
            "Collect all that a job collects between two dates, whether it was collected before or not, and wait for it.",
            "Started again after an interruption it goes on with the run that is open instead of starting another."
        },
        mixinStandardHelpOptions = true)
final class BackfillCommand extends ApiCommand {

    static final String TRIGGER = "backfill";

    @Parameters(paramLabel = "JOB", description = "The job's name.")
    private String job = "";

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First date.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last date.")
    private String to = "";

    @Override
    void check() {
        if (Clocks.date("--from", from).isAfter(Clocks.date("--to", to))) {
            throw AppException.invalid("--from", from, "dates up to " + to);
        }
    }

    @Override
    int ask(Installation installation, CollectionApi api) throws InterruptedException {
        installation.recover();
        // Ours work now, or another process' do already.
        installation.pipeline();
        Optional<UUID> run = open(installation).or(() -> plan(installation));
        if (run.isEmpty()) {
            return ExitCodes.DONE;
        }
        return RunEnds.await(this, installation, run.get(), "backfill of " + job);
    }

    private Optional<UUID> open(Installation installation) {
        CollectionLog log = installation.functions().bean(CollectionLog.class);
        Optional<Run> open =
                installation.functions().bean(Transactions.class).inTransaction(() -> log.openRuns(job)).stream()
                        .filter(run -> run.trigger().equals(TRIGGER))
                        .findFirst();
        open.ifPresent(run -> note(
                "going on with run %s of %s to %s, which is open",
                run.id(), run.from() == null ? "the beginning" : run.from(), run.to()));
        return open.map(Run::id);
    }

    private Optional<UUID> plan(Installation installation) {
        LocalDate first = Clocks.date("--from", from);
        LocalDate last = Clocks.date("--to", to);
        PlanRequest request = new PlanRequest(job, installation.clock().instant(), first, last, TRIGGER);
        PlanOutcome outcome = installation
                .functions()
                .bean(PlanCollection.class)
                .plan(request)
                .getFirst();
        return Optional.ofNullable(
                switch (outcome) {
                    case Planned planned -> planned.runId();
                    case AlreadyPlanned again -> again.runId();
                    case Skipped skipped -> skipped.runId();
                    case NothingToDo nothing -> nothing(nothing.reason());
                });
    }

    private @Nullable UUID nothing(String why) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run", null);
        document.put("note", why);
        print(document, () -> out().println("nothing to do: " + why));
        return null;
    }
}
