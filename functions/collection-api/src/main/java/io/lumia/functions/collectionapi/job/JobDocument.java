package io.lumia.functions.collectionapi.job;

import io.lumia.collection.AssetFilter;
import io.lumia.collection.CalendarGate;
import io.lumia.collection.Job;
import io.lumia.collection.JobLimits;
import io.lumia.collection.JobMode;
import io.lumia.collection.JobSchedule;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A job as people write it. Dates and choices are text here, so that whatever is wrong with them can be said by path. */
@Serdeable
@Schema(
        name = "CollectionJobDocument",
        description =
                "A job. Without a template name, collector, datasets and schedule are needed; what else is left out is as usual. With a template what is given replaces the template's, field by field in collector, assets and limits.")
record JobDocument(
        @Schema(description = "Name of a template to start from.") @Nullable
        String template,

        @Schema(description = "Lower case letters, digits and hyphens; at most 48.") @Nullable
        String name,

        @Schema(description = "For people; at most 500 characters.") @Nullable
        String description,

        @Nullable Collector collector,

        @Schema(description = "What to collect, in the order of loading, such as assets, bars.") @Nullable
        List<String> datasets,

        @Nullable Assets assets,
        @Nullable Mode mode,
        @Nullable Schedule schedule,

        @Schema(
                description =
                        "Names of jobs whose runs must have succeeded first; a job that follows others also runs when the last of them has.")
        @Nullable
        List<String> after,

        @Nullable Limits limits,

        @Schema(
                description =
                        "False for a paused job. Left out: true for a new job, and as it is for one that is replaced.")
        @Nullable
        Boolean enabled) {

    private static final double SECONDS_PER_HOUR = 3_600;

    /** From whom. */
    @Serdeable
    @Schema(name = "JobCollector")
    record Collector(
            @Schema(description = "Name of the collector that is asked first.") @Nullable
            String provider,

            @Schema(description = "Collectors asked in turn where the one before gives no answer; at most 5.") @Nullable
            List<String> fallbacks,

            @Schema(description = "Folder or zip of a bundle; empty for a web provider.") @Nullable
            String location) {

        static final Collector NONE = new Collector(null, null, null);

        Collector over(Collector other) {
            return new Collector(
                    or(provider, other.provider), or(fallbacks, other.fallbacks), or(location, other.location));
        }
    }

    /** Of which assets. */
    @Serdeable
    @Schema(name = "JobAssets", description = "Of which assets; of all in our books where both are empty.")
    record Assets(
            @Schema(description = "Of these types only, such as stock, etf.") @Nullable
            List<String> types,

            @Schema(
                    description =
                            "These only, at most 5,000. One that our books do not know is described by the provider first; then types must name one type.")
            @Nullable
            List<String> symbols) {

        Assets over(Assets other) {
            return new Assets(or(types, other.types), or(symbols, other.symbols));
        }
    }

    /** What a run asks for. */
    @Serdeable
    @Schema(name = "JobMode", description = "What a run asks for. Left out: incremental.")
    record Mode(
            @Schema(
                    description = "What our books lack, or a range whatever they have.",
                    allowableValues = {"incremental", "batch"})
            @Nullable
            String kind,

            @Schema(description = "First date of a batch, YYYY-MM-DD; null for all there is.") @Nullable
            String from,

            @Schema(description = "Last date of a batch, YYYY-MM-DD; null for the last closed session.") @Nullable
            String to) {}

    /** When. */
    @Serdeable
    @Schema(name = "JobSchedule", description = "When it runs by itself.")
    record Schedule(
            @Schema(allowableValues = {"cron", "interval", "on_demand"}) @Nullable
            String kind,

            @Schema(description = "For cron: such as cron(0 18 ? * MON-FRI *).") @Nullable
            String cron,

            @Schema(description = "For cron: IANA zone, such as America/New_York.") @Nullable
            String zone,

            @Schema(description = "For interval: an ISO 8601 duration of whole minutes, such as PT15M.") @Nullable
            String every,

            @Schema(
                    description =
                            "Only times on session days of this calendar count: united_states, weekdays, daily, currencies, target, federal_reserve, bank_days.")
            @Nullable
            String calendar,

            @Schema(
                    description =
                            "Which part of the calendar's days counts: session_days, which is usual, market_hours, or outside_market_hours, days without a session included.")
            @Nullable
            String during) {

        static final Schedule ON_DEMAND = new Schedule("on_demand", null, null, null, null, null);
    }

    /** Bounds. */
    @Serdeable
    @Schema(name = "JobLimits", description = "Bounds of one run.")
    record Limits(
            @Schema(description = "Requests, 1 to 100,000; usual 10,000.") @Nullable
            Integer maxItems,

            @Schema(description = "Calls to providers, 1 to 1,000,000; usual 50,000.") @Nullable
            Integer maxCalls,

            @Schema(description = "Hours after which what has not ended is given up, to 744; usual 24.") @Nullable
            Double maxHours) {

        Limits over(Limits other) {
            return new Limits(or(maxItems, other.maxItems), or(maxCalls, other.maxCalls), or(maxHours, other.maxHours));
        }
    }

    /** What this one leaves out is as in a template; its name stays its own, and whether it is paused. */
    JobDocument over(JobDocument other) {
        return new JobDocument(
                null,
                name,
                or(description, other.description),
                collector == null || other.collector == null
                        ? or(collector, other.collector)
                        : collector.over(other.collector),
                or(datasets, other.datasets),
                assets == null || other.assets == null ? or(assets, other.assets) : assets.over(other.assets),
                or(mode, other.mode),
                or(schedule, other.schedule),
                or(after, other.after),
                limits == null || other.limits == null ? or(limits, other.limits) : limits.over(other.limits),
                enabled);
    }

    private static <T> @Nullable T or(@Nullable T given, @Nullable T other) {
        return given == null ? other : given;
    }

    /** The whole job, as it can be sent again. */
    static JobDocument of(Job job) {
        return new JobDocument(
                null,
                job.name(),
                job.description(),
                new Collector(job.provider(), job.fallbacks(), job.location()),
                job.datasets().stream().map(Dataset::code).toList(),
                assets(job.assets()),
                mode(job.mode()),
                schedule(job.schedule()),
                job.after(),
                limits(job.limits()),
                job.enabled());
    }

    private static Assets assets(AssetFilter filter) {
        return new Assets(filter.types().stream().sorted().map(AssetType::code).toList(), filter.symbols());
    }

    private static Mode mode(JobMode mode) {
        return switch (mode) {
            case JobMode.Incremental _ -> new Mode("incremental", null, null);
            case JobMode.Batch batch -> new Mode("batch", text(batch.from()), text(batch.to()));
        };
    }

    private static Schedule schedule(JobSchedule schedule) {
        CalendarGate gate = schedule.gate();
        String calendar = gate == null ? null : gate.calendar().name().toLowerCase(Locale.ROOT);
        String during = gate == null ? null : gate.during().code();
        return switch (schedule) {
            case JobSchedule.Cron cron -> new Schedule("cron", cron.expression(), cron.zone(), null, calendar, during);
            case JobSchedule.Interval interval ->
                new Schedule("interval", null, null, interval.every().toString(), calendar, during);
            case JobSchedule.OnDemand _ -> Schedule.ON_DEMAND;
        };
    }

    private static Limits limits(JobLimits limits) {
        return new Limits(
                limits.maxItems(), limits.maxCalls(), limits.maxDuration().toSeconds() / SECONDS_PER_HOUR);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
