package io.lumia.local.collect;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Run;
import io.lumia.functions.plancollection.PlanCollection;
import io.lumia.functions.plancollection.PlanRequest;
import io.lumia.functions.plancollection.RegisterJob;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.runtime.FunctionHost;
import io.lumia.local.runtime.Pipeline;
import io.lumia.local.text.Progress;
import io.lumia.market.provider.bundle.BundleProvider;
import io.lumia.platform.database.Transactions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The job that collects a bundle. There is one per installation; another bundle takes its place. */
public final class BundleJob {

    public static final String NAME = "daily-prices";

    private final FunctionHost functions;
    private final CollectionLog log;
    private final Transactions transactions;

    public BundleJob(FunctionHost functions) {
        this.functions = functions;
        this.log = functions.bean(CollectionLog.class);
        this.transactions = functions.bean(Transactions.class);
    }

    /** Saves the job; the same bundle twice changes nothing. */
    public void register(Path bundle) {
        functions.bean(RegisterJob.class).registerDaily(NAME, BundleProvider.NAME, bundle.toString());
    }

    /** Has a run planned for an instant; the run that the job has for it, new or not. Empty where nothing is to be done. */
    public Optional<Run> plan(String trigger, Instant scheduledFor) {
        functions.bean(PlanCollection.class).plan(new PlanRequest(NAME, scheduledFor, null, null, trigger));
        return runFor(scheduledFor);
    }

    public Optional<Run> runFor(Instant scheduledFor) {
        return transactions.inTransaction(() -> log.findRun(NAME, scheduledFor));
    }

    /** Waits until a run and all that follows from it is done; returns it as it ended. */
    public Run await(Run started, Pipeline pipeline, Progress progress, Duration atMost) {
        pipeline.awaitIdle(atMost, () -> show(started.id(), progress));
        Run ended = find(started.id());
        if (ended.finishedAt() == null) {
            throw new AppException(
                    ErrorCode.INTERNAL,
                    "run %s is not finished though nothing is on its way: items %s"
                            .formatted(ended.id(), ended.itemsByStatus()));
        }
        return ended;
    }

    private void show(UUID runId, Progress progress) {
        Run run = find(runId);
        int done = run.itemsByStatus().entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals("planned") && !entry.getKey().equals("asked"))
                .mapToInt(Map.Entry::getValue)
                .sum();
        progress.at(done, run.asked(), "items, %,d rows".formatted(run.rowsLoaded()));
    }

    private Run find(UUID runId) {
        return transactions
                .inTransaction(() -> log.findRun(runId))
                .orElseThrow(() -> new AppException(ErrorCode.INTERNAL, "run %s is gone".formatted(runId)));
    }
}
