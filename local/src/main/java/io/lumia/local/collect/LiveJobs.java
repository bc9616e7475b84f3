package io.lumia.local.collect;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Job;
import io.lumia.collection.Run;
import io.lumia.collection.jobs.JobTemplate;
import io.lumia.collection.jobs.JobTemplates;
import io.lumia.collection.jobs.SaveJob;
import io.lumia.functions.plancollection.PlanCollection;
import io.lumia.functions.plancollection.PlanOutcome;
import io.lumia.functions.plancollection.PlanOutcome.AlreadyPlanned;
import io.lumia.functions.plancollection.PlanOutcome.NothingToDo;
import io.lumia.functions.plancollection.PlanOutcome.Planned;
import io.lumia.functions.plancollection.PlanOutcome.Skipped;
import io.lumia.functions.plancollection.PlanRequest;
import io.lumia.kernel.AppException;
import io.lumia.local.runtime.FunctionHost;
import io.lumia.market.provider.bundle.BundleProvider;
import io.lumia.platform.database.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The jobs of live providers: the built-in ones, as far as they are missing, and whatever somebody saved beside them. */
public final class LiveJobs {

    private final CollectionLog log;
    private final SaveJob saveJob;
    private final PlanCollection planCollection;
    private final Transactions transactions;

    public LiveJobs(FunctionHost functions) {
        this.log = functions.bean(CollectionLog.class);
        this.saveJob = functions.bean(SaveJob.class);
        this.planCollection = functions.bean(PlanCollection.class);
        this.transactions = functions.bean(Transactions.class);
    }

    /**
     * Saves the built-in jobs that are not there. One that is there stays as somebody left it, paused or changed; only the
     * job of a bundle makes way for the live one of its name.
     *
     * @return names of those that were saved now
     */
    public List<String> saveMissing() {
        List<String> saved = new ArrayList<>();
        for (JobTemplate template : JobTemplates.builtIn()) {
            if (isMissing(template.name())) {
                saveJob.save(template.job());
                saved.add(template.name());
            }
        }
        return saved;
    }

    private boolean isMissing(String name) {
        return transactions
                .inTransaction(() -> log.findJob(name))
                .map(job -> job.provider().equals(BundleProvider.NAME))
                .orElse(true);
    }

    /** Has every job run once, by name: what was missed while nothing ran is caught up with. */
    public List<FirstRun> startAll(Instant now) {
        return transactions.inTransaction(log::jobs).stream()
                .map(job -> start(job, now))
                .toList();
    }

    private FirstRun start(Job job, Instant now) {
        if (!job.enabled()) {
            return FirstRun.none(job, "it is paused; lumia jobs resume " + job.name());
        }
        Optional<Run> open = transactions.inTransaction(() -> log.openRuns(job.name())).stream()
                .findFirst();
        if (open.isPresent()) {
            return new FirstRun(job.name(), job.providers(), open.get().id(), "it goes on with an open run");
        }
        try {
            PlanRequest request = new PlanRequest(job.name(), now, null, null, "manual");
            return firstRun(job, planCollection.plan(request).getFirst());
        } catch (AppException e) {
            // One that cannot be planned must not keep the others from being started.
            return FirstRun.none(job, e.getMessage());
        }
    }

    private static FirstRun firstRun(Job job, PlanOutcome outcome) {
        return switch (outcome) {
            case Planned planned -> new FirstRun(job.name(), job.providers(), planned.runId(), "");
            case AlreadyPlanned again -> new FirstRun(job.name(), job.providers(), again.runId(), "");
            case Skipped skipped -> FirstRun.none(job, skipped.why());
            case NothingToDo nothing -> FirstRun.none(job, "nothing to do: " + nothing.reason());
        };
    }

    /**
     * What a job does at the start of the program.
     *
     * @param providers in the order in which they are asked
     * @param runId     null where nothing runs
     * @param note      why not, or what is special about the run; empty where there is nothing to say
     */
    public record FirstRun(
            String job, List<String> providers, @Nullable UUID runId, String note) {

        static FirstRun none(Job job, String why) {
            return new FirstRun(job.name(), job.providers(), null, why);
        }
    }
}
