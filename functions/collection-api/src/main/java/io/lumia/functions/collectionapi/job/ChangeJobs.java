package io.lumia.functions.collectionapi.job;

import io.lumia.collection.AuditEntry;
import io.lumia.collection.AuditLog;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.Job;
import io.lumia.collection.jobs.SaveJob;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.queue.MessageSender;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people do to jobs, each with its audit. */
@Singleton
@Requires(beans = {SaveJob.class, AuditLog.class})
final class ChangeJobs {

    private final SaveJob saveJob;
    private final CollectionLog log;
    private final AuditLog audit;
    private final MessageSender sender;
    private final JsonCodec json;
    private final Transactions transactions;
    private final Clock clock;

    ChangeJobs(
            SaveJob saveJob,
            CollectionLog log,
            AuditLog audit,
            MessageSender sender,
            JsonCodec json,
            Transactions transactions,
            Clock clock) {
        this.saveJob = saveJob;
        this.log = log;
        this.audit = audit;
        this.sender = sender;
        this.json = json;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Who asks, and the id of the request. */
    record Asker(String actor, String requestId) {}

    /** Fails with CONFLICT where a job of the name is there. */
    Job create(Job job, Asker asker) {
        if (log.findJob(job.name()).isPresent()) {
            throw new AppException(
                    ErrorCode.CONFLICT, "job '%s' is there already; PUT replaces it".formatted(job.name()));
        }
        return saveJob.save(job, () -> note("job.create", job.name(), document(job), asker));
    }

    /** Fails with NOT_FOUND. */
    Job replace(Job job, Asker asker) {
        saveJob.get(job.name());
        return saveJob.save(job, () -> note("job.replace", job.name(), document(job), asker));
    }

    /** Fails with NOT_FOUND. */
    Job setEnabled(String name, boolean enabled, Asker asker) {
        String action = enabled ? "job.resume" : "job.pause";
        return saveJob.setEnabled(name, enabled, () -> note(action, name, Map.of(), asker));
    }

    /** Returns the job as it was. Fails with NOT_FOUND, or CONFLICT while others follow it. */
    Job delete(String name, Asker asker) {
        Job job = saveJob.get(name);
        saveJob.delete(name, () -> note("job.delete", name, document(job), asker));
        return job;
    }

    /** Asks the planner for a run; fails with NOT_FOUND. What cannot be sent was not asked for. */
    PlanMessage run(String name, @Nullable LocalDate from, @Nullable LocalDate to, Asker asker) {
        saveJob.get(name);
        // Cut to what a run's tick can hold in the database, so that the run can be found by it.
        PlanMessage message = PlanMessage.of(name, clock.instant().truncatedTo(ChronoUnit.MILLIS), from, to);
        transactions.inTransaction(() -> {
            note("job.run", name, Map.of("plan", message), asker);
            sender.send(SaveJob.QUEUE, List.of(json.write(message)));
        });
        return message;
    }

    private static Map<String, Object> document(Job job) {
        return Map.of("job", JobDocument.of(job));
    }

    private void note(String action, String name, Map<String, Object> details, Asker asker) {
        audit.add(new AuditEntry(clock.instant(), asker.actor(), action, "job/" + name, details, asker.requestId()));
    }
}
