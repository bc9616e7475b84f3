package io.lumia.local.bench;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Run;
import io.lumia.collection.RunStatus;
import io.lumia.functions.plancollection.PlanCollection;
import io.lumia.functions.plancollection.PlanRequest;
import io.lumia.functions.plancollection.RegisterJob;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.bench.ProcessorMeter.Reading;
import io.lumia.local.books.Books;
import io.lumia.local.runtime.LocalRuntime;
import io.lumia.market.Dataset;
import io.lumia.market.provider.bundle.BundleProvider;
import io.lumia.platform.database.Transactions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Loads synthetic bars by the real way: plan, collect into objects, load. Collecting and loading are measured one after
 * the other; then the same rows come once more. Signals are left out, they have a benchmark of their own.
 */
public final class IngestBench {

    private static final String ASSETS_JOB = "bench-assets";
    private static final String BARS_JOB = "bench-bars";
    private static final String COLLECT = "collect";
    private static final String LOAD = "load";
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final LocalRuntime runtime;
    private final Path bundle;
    private final ProcessorMeter meter;
    private final Books books;
    private final Consumer<String> progress;

    /** @param bundle an empty folder for the synthetic rows */
    public IngestBench(LocalRuntime runtime, Path bundle, Consumer<String> progress) {
        this.runtime = runtime;
        this.bundle = bundle;
        this.meter = new ProcessorMeter(runtime.folder());
        this.books = runtime.functions().bean(Books.class);
        this.progress = progress;
    }

    /** On a runtime with an empty database and no pollers. */
    public Result run(long atLeastRows) throws IOException {
        progress.accept("writing %,d synthetic bars".formatted(atLeastRows));
        long rows = SyntheticBundle.write(bundle, atLeastRows);
        RegisterJob register = runtime.functions().bean(RegisterJob.class);
        register.register(ASSETS_JOB, BundleProvider.NAME, bundle.toString(), List.of(Dataset.ASSETS));
        register.register(BARS_JOB, BundleProvider.NAME, bundle.toString(), List.of(Dataset.BARS));
        plan(ASSETS_JOB, runtime.clock().instant(), null);
        work(List.of(COLLECT, LOAD), this::isIdle);
        List<Step> first = steps("first", rows, null);
        List<Step> again = steps("identical", rows, SyntheticBundle.firstDate());
        return new Result(
                Machine.here(books.serverVersion()),
                rows,
                first.getFirst(),
                first.getLast(),
                again.getFirst(),
                again.getLast());
    }

    /** Collecting with planning, then loading. */
    private List<Step> steps(String name, long rows, @Nullable LocalDate from) {
        progress.accept("collecting and loading: " + name);
        Instant tick = runtime.clock().instant();
        Reading start = meter.read();
        plan(BARS_JOB, tick, from);
        work(List.of(COLLECT), this::isCollected);
        Reading collected = meter.read();
        work(List.of(LOAD), this::isIdle);
        Reading loaded = meter.read();
        Run run = checked(runOf(tick), rows);
        return List.of(
                step("collect " + name, rows, run, collected.since(start)),
                step("load " + name, rows, run, loaded.since(collected)));
    }

    private static Run checked(Run run, long rows) {
        if (run.status() != RunStatus.SUCCEEDED || run.rowsLoaded() + run.rowsUnchanged() != rows) {
            throw new AppException(
                    ErrorCode.INTERNAL,
                    "the benchmark's run is %s with %d loaded and %d unchanged of %d rows, %s"
                            .formatted(
                                    run.status().code(),
                                    run.rowsLoaded(),
                                    run.rowsUnchanged(),
                                    rows,
                                    run.quarantined()));
        }
        return run;
    }

    private static Step step(String name, long rows, Run run, Reading spent) {
        return new Step(
                name,
                run.rowsLoaded(),
                run.rowsUnchanged(),
                spent.wallSeconds(),
                spent.ourSeconds(),
                spent.postgresSeconds(),
                rows / (spent.ourSeconds() + spent.postgresSeconds()));
    }

    private void work(List<String> functions, BooleanSupplier done) {
        try (AutoCloseable _ = runtime.startPollers(functions)) {
            await(done);
        } catch (AppException e) {
            throw e;
        } catch (Exception e) {
            throw new AppException(ErrorCode.INTERNAL, "pollers did not stop: " + e.getMessage(), e);
        }
    }

    private void plan(String job, Instant tick, @Nullable LocalDate from) {
        runtime.functions().bean(PlanCollection.class).plan(new PlanRequest(job, tick, from, null, "manual"));
    }

    private Run runOf(Instant tick) {
        CollectionLog log = runtime.functions().bean(CollectionLog.class);
        return runtime.functions()
                .bean(Transactions.class)
                .inTransaction(() -> log.findRun(BARS_JOB, tick))
                .orElseThrow(() -> new AppException(ErrorCode.INTERNAL, "the benchmark's run was not planned"));
    }

    /** Signals' queue fills and is not worked off here. */
    private boolean isIdle() {
        return isCollected() && runtime.queues().depth(LOAD).isEmpty();
    }

    private boolean isCollected() {
        return runtime.queues().depth(COLLECT).isEmpty() && books.waitingEvents() == 0;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AppException(ErrorCode.LIMIT_REACHED, "the benchmark takes longer than " + LONGEST);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AppException(ErrorCode.LIMIT_REACHED, "interrupted", e);
            }
        }
    }

    /** @param rows bars in the bundle */
    public record Result(
            Machine machine, long rows, Step collect, Step load, Step collectIdentical, Step loadIdentical) {

        public List<String> lines() {
            return List.of(
                    machine.line(),
                    "%,d bars".formatted(rows),
                    collect.line(),
                    load.line(),
                    collectIdentical.line(),
                    loadIdentical.line());
        }
    }

    /**
     * What one part of the way took.
     *
     * @param rowsPerCoreSecond rows divided by the processor time of this process and PostgreSQL
     */
    public record Step(
            String name,
            long rowsLoaded,
            long rowsUnchanged,
            double wallSeconds,
            double processCpuSeconds,
            double postgresCpuSeconds,
            double rowsPerCoreSecond) {

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%-18s %,11d loaded %,11d unchanged  %6.1f s elapsed  %6.1f s ours + %6.1f s PostgreSQL  %,9.0f rows per core-second",
                    name,
                    rowsLoaded,
                    rowsUnchanged,
                    wallSeconds,
                    processCpuSeconds,
                    postgresCpuSeconds,
                    rowsPerCoreSecond);
        }
    }
}
