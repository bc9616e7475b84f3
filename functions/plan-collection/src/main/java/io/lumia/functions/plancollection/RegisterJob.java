package io.lumia.functions.plancollection;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Job;
import io.lumia.collection.jobs.JobTemplates;
import io.lumia.collection.jobs.SaveJob;
import io.lumia.market.Dataset;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes the job of a source that lists what it offers, or changes the one of that name. Doing it twice changes nothing. */
@Singleton
@Requires(beans = CollectionLog.class)
public final class RegisterJob {

    /** When such a job ticks. */
    public static final String DAILY = "cron(0 18 ? * MON-FRI *)";

    public static final String DAILY_ZONE = "America/New_York";

    private final SaveJob saveJob;

    public RegisterJob(SaveJob saveJob) {
        this.saveJob = saveJob;
    }

    /** Everything a provider offers, every trading day. */
    public Job registerDaily(String name, String provider, String location) {
        return register(name, provider, location, List.of(Dataset.values()));
    }

    /** Some of what a provider offers, every trading day. */
    public Job register(String name, String provider, String location, List<Dataset> datasets) {
        return saveJob.save(
                new Job(JobTemplates.idOf(name), name, provider, location, datasets, DAILY, DAILY_ZONE, true));
    }
}
