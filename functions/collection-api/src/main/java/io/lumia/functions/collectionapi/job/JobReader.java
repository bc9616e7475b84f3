package io.lumia.functions.collectionapi.job;

import io.lumia.collection.AssetFilter;
import io.lumia.collection.Job;
import io.lumia.collection.JobLimits;
import io.lumia.collection.JobMode;
import io.lumia.collection.JobSchedule;
import io.lumia.collection.jobs.JobRules;
import io.lumia.collection.jobs.JobTemplates;
import io.lumia.collection.jobs.SaveJob;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.web.http.ApiRequest;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a job of a document. All that is wrong is noted at the request, what cannot be read and what our rules do not allow
 * together; the job is one to use only after {@link ApiRequest#verify}. What could not be read is taken for something
 * harmless meanwhile, so that no fault brings others with it.
 */
@Singleton
@Requires(beans = SaveJob.class)
final class JobReader {

    private static final double SECONDS_PER_HOUR = 3_600;

    private final SaveJob saveJob;

    JobReader(SaveJob saveJob) {
        this.saveJob = saveJob;
    }

    /**
     * What is known beside the document.
     *
     * @param name    that the job has: its path's, or the document's own; empty where it has none
     * @param enabled where the document says nothing
     */
    record Beside(String name, boolean enabled) {}

    /** @param prefix of the paths of faults, such as {@code job.}; empty where the document is the whole body */
    Job read(ApiRequest request, String prefix, JobDocument document, Beside beside) {
        Refusals refusals = new Refusals(request, prefix);
        refuseOtherName(document, beside, refusals);
        JobDocument.Collector collector = collector(document, refusals);
        Job job = new Job(
                JobTemplates.idOf(beside.name()),
                beside.name(),
                request.note(prefix + "description", document.description()),
                collector.provider() == null ? "" : collector.provider(),
                bounded("collector.fallbacks", collector.fallbacks(), JobRules.MAX_FALLBACKS, refusals),
                request.note(prefix + "collector.location", collector.location()),
                datasets(document, refusals),
                assets(document, refusals),
                mode(request, prefix, document, refusals),
                schedule(document, refusals),
                bounded("after", document.after(), JobRules.MAX_PARENTS, refusals),
                limits(document, refusals),
                document.enabled() == null ? beside.enabled() : document.enabled());
        refusals.add(saveJob.faults(job));
        return job;
    }

    private static void refuseOtherName(JobDocument document, Beside beside, Refusals refusals) {
        if (beside.name().isEmpty()) {
            refusals.refuse("name", "name is missing");
        } else if (document.name() != null && !document.name().equals(beside.name())) {
            refusals.refuse("name", document.name(), "'%s', or left out".formatted(beside.name()));
        }
    }

    private static JobDocument.Collector collector(JobDocument document, Refusals refusals) {
        JobDocument.Collector given = document.collector();
        if (given == null || given.provider() == null || given.provider().isEmpty()) {
            refusals.refuse("collector.provider", "collector.provider is missing");
        }
        return given == null ? JobDocument.Collector.NONE : given;
    }

    private static List<Dataset> datasets(JobDocument document, Refusals refusals) {
        List<String> given = document.datasets();
        if (given == null || given.isEmpty()) {
            refusals.refuse("datasets", "datasets is missing or empty; allowed: at least one, such as bars");
        }
        List<Dataset> datasets = choices("datasets", given, Dataset.values().length, Dataset::parse, refusals);
        return refusals.isRefused("datasets") ? List.of(Dataset.values()) : datasets;
    }

    private static AssetFilter assets(JobDocument document, Refusals refusals) {
        JobDocument.Assets given = document.assets();
        if (given == null) {
            return AssetFilter.ALL;
        }
        List<AssetType> types =
                choices("assets.types", given.types(), AssetType.values().length, AssetType::parse, refusals);
        List<String> symbols = elements(
                "assets.symbols",
                bounded("assets.symbols", given.symbols(), AssetFilter.MAX_SYMBOLS, refusals),
                text -> Symbol.parse(text).value(),
                refusals);
        return refusals.isRefused("assets") ? AssetFilter.ALL : new AssetFilter(Set.copyOf(types), symbols);
    }

    private static JobMode mode(ApiRequest request, String prefix, JobDocument document, Refusals refusals) {
        JobDocument.Mode given = document.mode();
        if (given == null) {
            return JobMode.INCREMENTAL;
        }
        LocalDate from = request.date(prefix + "mode.from", given.from());
        LocalDate to = request.date(prefix + "mode.to", given.to());
        String kind = given.kind() == null ? "" : given.kind();
        return switch (kind) {
            case "incremental" -> {
                if (given.from() != null || given.to() != null) {
                    refusals.refuse("mode.from", "mode.from and mode.to are for the kind batch only");
                }
                yield JobMode.INCREMENTAL;
            }
            case "batch" -> refusals.made("mode.from", JobMode.INCREMENTAL, () -> new JobMode.Batch(from, to));
            default -> {
                refusals.refuse("mode.kind", kind, "incremental, batch");
                yield JobMode.INCREMENTAL;
            }
        };
    }

    private static JobSchedule schedule(JobDocument document, Refusals refusals) {
        JobDocument.Schedule given = document.schedule();
        if (given == null) {
            refusals.refuse("schedule", "schedule is missing; allowed: a kind of cron, interval or on_demand");
            return JobSchedule.ON_DEMAND;
        }
        return new ScheduleReader(refusals).read(given);
    }

    private static JobLimits limits(JobDocument document, Refusals refusals) {
        JobLimits usual = JobLimits.USUAL;
        JobDocument.Limits given = document.limits();
        if (given == null) {
            return usual;
        }
        int items = given.maxItems() == null ? usual.maxItems() : given.maxItems();
        int calls = given.maxCalls() == null ? usual.maxCalls() : given.maxCalls();
        Duration longest = given.maxHours() == null ? usual.maxDuration() : hours(given.maxHours());
        JobLimits first = refusals.made(
                "limits.max_items", usual, () -> new JobLimits(items, usual.maxCalls(), usual.maxDuration()));
        JobLimits second = refusals.made(
                "limits.max_calls", first, () -> new JobLimits(first.maxItems(), calls, usual.maxDuration()));
        return refusals.made(
                "limits.max_hours", second, () -> new JobLimits(second.maxItems(), second.maxCalls(), longest));
    }

    private static Duration hours(double hours) {
        return Duration.ofSeconds(Math.round(hours * SECONDS_PER_HOUR));
    }

    /** Each of a known few, once. */
    private static <T> List<T> choices(
            String path, @Nullable List<String> given, int most, Function<String, T> parser, Refusals refusals) {
        List<T> read = elements(path, bounded(path, given, most, refusals), parser, refusals);
        if (new HashSet<>(read).size() < read.size()) {
            refusals.refuse(path, given == null ? "" : given, "each once");
        }
        return read;
    }

    private static <T> List<T> elements(
            String path, List<String> given, Function<String, T> parser, Refusals refusals) {
        List<T> read = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String text = given.get(i);
            refusals.<List<T>>made("%s[%d]".formatted(path, i), List.of(), () -> List.of(parser.apply(text)))
                    .forEach(read::add);
        }
        return read;
    }

    /** More than are allowed are refused and not looked at. */
    private static List<String> bounded(String path, @Nullable List<String> given, int most, Refusals refusals) {
        List<String> list = given == null ? List.of() : given;
        if (list.size() > most) {
            refusals.refuse(path, list.size() + " of them", "at most " + most);
            return List.of();
        }
        return list;
    }
}
