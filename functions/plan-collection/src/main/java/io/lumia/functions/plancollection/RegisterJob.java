package io.lumia.functions.plancollection;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Job;
import io.lumia.kernel.AppException;
import io.lumia.market.Dataset;
import io.lumia.market.provider.Providers;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.NamedIds;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Writes a job into the books, or changes the one of that name. Doing it twice changes nothing. */
@Singleton
@Requires(beans = CollectionLog.class)
public final class RegisterJob {

    /** When the schedule {@code daily-collection} ticks. */
    public static final String DAILY = "cron(0 18 ? * MON-FRI *)";

    public static final String DAILY_ZONE = "America/New_York";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,47}");
    private static final UUID NAMESPACE = UUID.fromString("0d1b1b52-6f1c-5d3e-9a53-6d6f62730001");

    private final CollectionLog log;
    private final Providers providers;
    private final Transactions transactions;

    public RegisterJob(CollectionLog log, Providers providers, Transactions transactions) {
        this.log = log;
        this.providers = providers;
        this.transactions = transactions;
    }

    /** Everything a provider offers, every trading day. */
    public Job registerDaily(String name, String provider, String location) {
        return register(name, provider, location, List.of(Dataset.values()));
    }

    /** Some of what a provider offers, every trading day. */
    public Job register(String name, String provider, String location, List<Dataset> datasets) {
        check(name, provider, datasets);
        Job job = new Job(NamedIds.of(NAMESPACE, name), name, provider, location, datasets, DAILY, DAILY_ZONE, true);
        transactions.inTransaction(() -> log.saveJob(job));
        return job;
    }

    private void check(String name, String provider, List<Dataset> datasets) {
        if (!NAME.matcher(name).matches()) {
            throw AppException.invalid("job name", name, NAME.pattern());
        }
        providers.get("provider", provider);
        if (datasets.isEmpty()) {
            throw AppException.invalid("datasets of job " + name, "none", "at least one");
        }
    }
}
