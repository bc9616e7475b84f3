package io.lumia.local.bench;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.runtimeapi.FunctionProcess;
import io.lumia.local.runtimeapi.Outcome;
import io.lumia.local.runtimeapi.PackagedFunction;
import io.lumia.local.runtimeapi.PackagedFunction.Kind;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.time.IdSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How long a function takes from the start of its process to its first answer, and what that costs: each run is a process
 * of its own that answers one event. The native program beside the JVM, and the JVM with a cache of what it compiled and
 * linked in a run before (JEP 483, 514 and 515).
 */
public final class ColdBench {

    private static final Duration TRAINING_LIMIT = Duration.ofMinutes(5);
    private static final double MEGABYTE = 1024.0 * 1024;
    private static final double KILOBYTES_PER_MEGABYTE = 1024;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final FunctionDefinition function;
    private final Map<String, String> variables;
    private final Clock clock;
    private final IdSource ids;
    private final Consumer<String> progress;

    /** @param variables what a deployment would set for the function */
    public ColdBench(
            FunctionDefinition function,
            Map<String, String> variables,
            Clock clock,
            IdSource ids,
            Consumer<String> progress) {
        this.function = function;
        this.variables = variables;
        this.clock = clock;
        this.ids = ids;
        this.progress = progress;
    }

    /**
     * Measures what was built of the function.
     *
     * @param events by what they ask for
     * @param runs   of each package with each event
     */
    public List<Row> run(Path home, Map<String, String> events, int runs) {
        List<Row> rows = new ArrayList<>();
        for (Variant variant : variants(home, events.values().iterator().next())) {
            events.forEach((name, event) -> rows.add(row(variant, name, event, runs)));
        }
        return rows;
    }

    private List<Variant> variants(Path home, String event) {
        List<Variant> variants = new ArrayList<>();
        PackagedFunction.find(home, function.name(), Kind.NATIVE)
                .ifPresent(native_ -> variants.add(new Variant("native", native_, List.of())));
        PackagedFunction.find(home, function.name(), Kind.JVM).ifPresent(jvm -> {
            variants.add(new Variant("JVM", jvm, List.of()));
            variants.add(new Variant("JVM, AOT cache", jvm, List.of("-XX:AOTCache=" + cache(jvm, event))));
        });
        return variants;
    }

    /** One run that is watched; the JVM writes the cache when it ends. */
    private Path cache(PackagedFunction jvm, String event) {
        Path cache = jvm.folder().resolve("function.aot");
        progress.accept("training an AOT cache");
        forget(cache);
        FunctionProcess.Command command = jvm.command(function, variables, List.of("-XX:AOTCacheOutput=" + cache));
        try (FunctionProcess process = FunctionProcess.start(command, function, clock, ids, TRAINING_LIMIT)) {
            answered(process, event);
            process.stop(TRAINING_LIMIT);
            if (!Files.exists(cache)) {
                throw new AppException(
                        ErrorCode.INTERNAL, "no AOT cache came out of the training run: " + process.output());
            }
        }
        return cache;
    }

    /** Of an earlier training: it must not pass for that of this one. */
    private static void forget(Path cache) {
        try {
            Files.deleteIfExists(cache);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + cache, e);
        }
    }

    private Row row(Variant variant, String eventName, String event, int runs) {
        progress.accept("%s: %s".formatted(variant.name(), eventName));
        run(variant, event);
        List<Run> measured = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            measured.add(run(variant, event));
        }
        Latencies latencies =
                Latencies.of(measured.stream().mapToLong(Run::nanos).toArray());
        return new Row(
                variant.name(),
                eventName,
                runs,
                latencies.millis(0.5),
                latencies.millis(0.95),
                measured.stream().mapToDouble(Run::processorMillis).average().orElse(Double.NaN),
                median(measured.stream().mapToDouble(Run::residentMegabytes).toArray()),
                megabytes(variant.packaged().zip()));
    }

    private Run run(Variant variant, String event) {
        long started = System.nanoTime();
        try (FunctionProcess process = start(variant.packaged(), variant.javaOptions())) {
            answered(process, event);
            long nanos = System.nanoTime() - started;
            return new Run(
                    nanos, ProcessorMeter.seconds(process.pid()) * MILLIS_PER_SECOND, residentMegabytes(process.pid()));
        }
    }

    private FunctionProcess start(PackagedFunction packaged, List<String> javaOptions) {
        return FunctionProcess.start(packaged.command(function, variables, javaOptions), function, clock, ids);
    }

    private void answered(FunctionProcess process, String event) {
        Outcome outcome = process.invoke(event, Duration.ofSeconds(function.timeoutSeconds()));
        if (!(outcome instanceof Outcome.Answered)) {
            throw new AppException(
                    ErrorCode.INTERNAL, "%s %s%n%s".formatted(function.name(), outcome.words(), process.output()));
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Resident set size, from {@code /proc}; unknown elsewhere. */
    private static double residentMegabytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/%d/status".formatted(pid))).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KILOBYTES_PER_MEGABYTE)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException _) {
            return Double.NaN;
        }
    }

    private static double megabytes(Path zip) {
        try {
            return Files.size(zip) / MEGABYTE;
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "%s cannot be read: %s".formatted(zip, e.getMessage()), e);
        }
    }

    private record Variant(String name, PackagedFunction packaged, List<String> javaOptions) {}

    private record Run(long nanos, double processorMillis, double residentMegabytes) {}

    /**
     * One package with one event.
     *
     * @param medianMillis      from the start of the process to its first answer; so is P95
     * @param processorMillis   mean of what the process used until then, in steps of 10 ms
     * @param residentMegabytes median of the memory held after the answer
     * @param zipMegabytes      what is uploaded
     */
    public record Row(
            String packaged,
            String event,
            int runs,
            double medianMillis,
            double p95Millis,
            double processorMillis,
            double residentMegabytes,
            double zipMegabytes) {

        /** With units, in the order of a table. */
        public Map<String, String> cells() {
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put("package", packaged);
            cells.put("event", event);
            cells.put("median", "%.0f ms".formatted(medianMillis));
            cells.put("P95", "%.0f ms".formatted(p95Millis));
            cells.put("processor", "%.0f ms".formatted(processorMillis));
            cells.put("RSS", "%.0f MB".formatted(residentMegabytes));
            cells.put("zip", "%.0f MB".formatted(zipMegabytes));
            return cells;
        }
    }
}
