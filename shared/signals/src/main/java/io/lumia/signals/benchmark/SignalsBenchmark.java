package io.lumia.signals.benchmark;

import io.lumia.kernel.AppException;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import io.lumia.quant.signal.SignalThroughput;
import io.lumia.signals.BenchmarkAsset;
import io.lumia.signals.CurrentBars;
import io.lumia.signals.PricedAssets;
import io.lumia.signals.RowsChanged;
import io.lumia.signals.SignalChange;
import io.lumia.signals.SignalHistory;
import io.lumia.signals.SignalStore;
import io.lumia.signals.SignalUpdate;
import io.lumia.signals.benchmark.CpuMeter.Cost;
import io.lumia.signals.benchmark.SignalsBenchmarkResult.LatestRead;
import io.lumia.signals.benchmark.SignalsBenchmarkResult.Step;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Measures what signals cost from end to end: 3,943 assets with 2,500 sessions are the 9.9 million rows of the product's
 * promise. Needs a migrated database without assets, fills it, and leaves it filled. Signals are computed and stored
 * by the very code of production, {@link SignalUpdate}, in transactions of as many assets as one message has there.
 */
@Singleton
@Requires(beans = DataSource.class)
public final class SignalsBenchmark {

    public static final int PROMISED_ASSETS = 3_943;
    public static final int PROMISED_SESSIONS = 2_500;

    private static final int MOST_ASSETS = 100_000;
    private static final int MOST_SESSIONS = 9_000;
    private static final int ASSETS_PER_TRANSACTION = 500;
    private static final int COMPUTE_WARM_UP_ROUNDS = 2;
    private static final long COMPUTE_SEED = 1;
    private static final int LATEST_WARM_UP_READS = 200;
    private static final int LATEST_READS = 400;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final Sql sql;
    private final AssetCatalog catalog;
    private final SignalUpdate update;
    private final SignalHistory history;
    private final Transactions transactions;
    private final CpuMeter meter;

    SignalsBenchmark(
            Sql sql,
            AssetCatalog catalog,
            CurrentBars currentBars,
            BenchmarkAsset benchmark,
            SignalStore store,
            SignalHistory history,
            Transactions transactions,
            Clock clock,
            IdSource ids) {
        this.sql = sql;
        this.catalog = catalog;
        this.update = new SignalUpdate(currentBars, benchmark, store, clock, ids);
        this.history = history;
        this.transactions = transactions;
        this.meter = new CpuMeter(sql);
    }

    /**
     * @param assets   1 to 100,000
     * @param sessions 1 to 9,000
     * @param progress gets a line now and then
     */
    public SignalsBenchmarkResult run(int assets, int sessions, Consumer<String> progress) {
        check(assets, sessions);
        progress.accept("computing %,d rows without a database".formatted((long) assets * sessions));
        long computeMillis = SignalThroughput.measure(assets, sessions, COMPUTE_WARM_UP_ROUNDS, COMPUTE_SEED)
                .cpuMillis();
        SyntheticMarket market = filled(assets, sessions, progress);
        List<Asset> all = catalog.all(PricedAssets.TYPES).stream()
                .sorted(Comparator.comparingInt(Asset::key))
                .toList();
        Step full = step("all rows, empty table", all, SignalChange::ofEverything, progress);
        Step redone = step("all rows again", all, SignalChange::ofEverything, progress);
        LocalDate day = market.addDay();
        Step oneDay = step("one new day", all, asset -> SignalChange.ofBars(asset, day), progress);
        Step again = step("the same day again", all, asset -> SignalChange.ofBars(asset, day), progress);
        LatestRead latest = readLatest(all);
        return new SignalsBenchmarkResult(assets, sessions, computeMillis, full, redone, oneDay, again, latest);
    }

    private SyntheticMarket filled(int assets, int sessions, Consumer<String> progress) {
        SyntheticMarket market = new SyntheticMarket(sql, assets, sessions);
        market.checkEmpty();
        progress.accept("filling the database");
        market.addAssetsAndSplits();
        progress.accept("%,d bars written".formatted(market.addHistory()));
        market.analyze();
        return market;
    }

    private static void check(int assets, int sessions) {
        if (assets < 1 || assets > MOST_ASSETS) {
            throw AppException.invalid("assets", assets, "1 to " + MOST_ASSETS);
        }
        if (sessions < 1 || sessions > MOST_SESSIONS) {
            throw AppException.invalid("sessions", sessions, "1 to " + MOST_SESSIONS);
        }
    }

    private Step step(String name, List<Asset> all, Function<Asset, SignalChange> change, Consumer<String> progress) {
        AtomicLong rows = new AtomicLong();
        Runnable work = () -> {
            for (int first = 0; first < all.size(); first += ASSETS_PER_TRANSACTION) {
                int until = Math.min(first + ASSETS_PER_TRANSACTION, all.size());
                List<SignalChange> changes =
                        all.subList(first, until).stream().map(change).toList();
                rows.addAndGet(rowsOf(transactions.inTransaction(() -> update.update(changes))));
                progress.accept("%s: %,d of %,d assets".formatted(name, until, all.size()));
            }
        };
        Cost cost = meter.measure(work);
        return new Step(rows.get(), cost.wallSeconds(), cost.processCpuSeconds(), cost.postgresCpuSeconds());
    }

    private static long rowsOf(Map<Asset, RowsChanged> changed) {
        return changed.values().stream().mapToLong(RowsChanged::count).sum();
    }

    private LatestRead readLatest(List<Asset> all) {
        for (int i = 0; i < LATEST_WARM_UP_READS; i++) {
            history.latest(all);
        }
        double[] millis = new double[LATEST_READS];
        Cost cost = meter.measure(() -> {
            for (int i = 0; i < LATEST_READS; i++) {
                long before = System.nanoTime();
                history.latest(all);
                millis[i] = (System.nanoTime() - before) / NANOS_PER_MILLI;
            }
        });
        Arrays.sort(millis);
        double cpuSeconds = cost.processCpuSeconds() + Math.max(0, cost.postgresCpuSeconds());
        return new LatestRead(
                millis[0],
                millis[LATEST_READS / 2],
                millis[LATEST_READS * 95 / 100],
                cpuSeconds * MILLIS_PER_SECOND / LATEST_READS);
    }
}
