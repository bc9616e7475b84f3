package io.lumia.collection.persistence;

import io.lumia.collection.AssetFilter;
import io.lumia.collection.CalendarGate;
import io.lumia.collection.CalendarGate.During;
import io.lumia.collection.Job;
import io.lumia.collection.JobLimits;
import io.lumia.collection.JobMode;
import io.lumia.collection.JobSchedule;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.ExchangeCalendar;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of {@code collection.job}. */
@MappedEntity(value = "job", schema = "collection")
record JobRow(
        @Id @MappedProperty("job_id") UUID id,
        String name,
        String description,
        String provider,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> fallbacks,
        String location,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> datasets,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> assetTypes,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> symbols,
        String mode,
        @Nullable LocalDate batchFrom,
        @Nullable LocalDate batchTo,
        String scheduleKind,
        @Nullable String cron,
        @Nullable String zone,
        @Nullable Long everySeconds,
        @Nullable String calendar,
        @Nullable String during,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> afterJobs,
        int maxItems,
        int maxCalls,
        long maxSeconds,
        boolean enabled,
        @Nullable Instant deletedAt) {

    static JobRow of(Job job) {
        JobSchedule.@Nullable Cron cron = job.schedule() instanceof JobSchedule.Cron given ? given : null;
        JobSchedule.@Nullable Interval interval = job.schedule() instanceof JobSchedule.Interval given ? given : null;
        JobMode.@Nullable Batch batch = job.mode() instanceof JobMode.Batch given ? given : null;
        CalendarGate gate = job.schedule().gate();
        return new JobRow(
                job.id(),
                job.name(),
                job.description(),
                job.provider(),
                job.fallbacks(),
                job.location(),
                job.datasets().stream().map(Dataset::code).toList(),
                job.assets().types().stream().map(AssetType::code).sorted().toList(),
                job.assets().symbols(),
                batch == null ? "incremental" : "batch",
                batch == null ? null : batch.from(),
                batch == null ? null : batch.to(),
                cron != null ? "cron" : interval != null ? "interval" : "on_demand",
                cron == null ? null : cron.expression(),
                cron == null ? null : cron.zone(),
                interval == null ? null : interval.every().toSeconds(),
                gate == null ? null : gate.calendar().name().toLowerCase(Locale.ROOT),
                gate == null ? null : gate.during().code(),
                job.after(),
                job.limits().maxItems(),
                job.limits().maxCalls(),
                job.limits().maxDuration().toSeconds(),
                job.enabled(),
                null);
    }

    Job job() {
        return new Job(
                id,
                name,
                description,
                provider,
                fallbacks,
                location,
                datasets.stream().map(Dataset::parse).toList(),
                new AssetFilter(assetTypes.stream().map(AssetType::parse).collect(Collectors.toSet()), symbols),
                mode.equals("batch") ? new JobMode.Batch(batchFrom, batchTo) : JobMode.INCREMENTAL,
                schedule(),
                afterJobs,
                new JobLimits(maxItems, maxCalls, Duration.ofSeconds(maxSeconds)),
                enabled);
    }

    private JobSchedule schedule() {
        return switch (scheduleKind) {
            case "cron" -> new JobSchedule.Cron(Objects.requireNonNull(cron), Objects.requireNonNull(zone), gate());
            case "interval" ->
                new JobSchedule.Interval(Duration.ofSeconds(Objects.requireNonNull(everySeconds)), gate());
            default -> JobSchedule.ON_DEMAND;
        };
    }

    private @Nullable CalendarGate gate() {
        return calendar == null || during == null
                ? null
                : new CalendarGate(ExchangeCalendar.valueOf(calendar.toUpperCase(Locale.ROOT)), During.parse(during));
    }
}
