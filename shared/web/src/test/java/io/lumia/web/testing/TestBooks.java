package io.lumia.web.testing;

import io.lumia.collection.CollectionLog;
import io.lumia.kernel.Symbol;
import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.BarFlag;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.Observation;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import io.lumia.signals.BenchmarkAsset;
import io.lumia.signals.CurrentBars;
import io.lumia.signals.SignalChange;
import io.lumia.signals.SignalStore;
import io.lumia.signals.SignalUpdate;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small market in a database: AAPL around its 7:1 split of 2014-06-09, learned in two batches, one of its bars
 * corrected later; a benchmark, crypto on a weekend, a yield that is negative, a ticker that two assets had.
 */
public final class TestBooks {

    static final Source RAW = source("lean-sample", PriceBasis.RAW, "2014-12-31T23:00:00Z");
    static final Source NASTY = source("=SUM(A1),\"x\"", PriceBasis.RAW, "2014-12-31T23:00:00Z");

    /** When the books learned of AAPL's first five months. */
    static final Instant FIRST_BATCH = Instant.parse("2014-09-30T23:00:00Z");

    static final Instant SECOND_BATCH = Instant.parse("2014-12-31T23:00:00Z");

    private final EmbeddedDatabase database = EmbeddedDatabase.filled("test-books", TestBooks::fill);

    private TestBooks() {}

    public static TestBooks filled() {
        return new TestBooks();
    }

    private static void fill(EmbeddedDatabase database) {
        try (ApplicationContext context = ApplicationContext.run(database.properties())) {
            new Filling(context).fill();
        }
    }

    public EmbeddedDatabase database() {
        return database;
    }

    /** Raw bars of AAPL as they stand in the resource. */
    static List<DailyBar> appleBars() {
        return lines("/aapl/raw.csv").stream().map(TestBooks::bar).toList();
    }

    /** Lines below the comment and the header. */
    static List<String> lines(String resource) {
        try (InputStream content = TestBooks.class.getResourceAsStream(resource)) {
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(2).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DailyBar bar(String line) {
        String[] cells = line.split(",");
        return new DailyBar(
                LocalDate.parse(cells[0]),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                Double.NaN,
                0);
    }

    private static Source source(String name, PriceBasis basis, String asOf) {
        return new Source("bundle", name, Instant.parse(asOf), basis, "USD", "Apache-2.0", "a test");
    }

    /** Fills the tables through the domains' own ports. */
    private static final class Filling {

        private final ApplicationContext context;

        Filling(ApplicationContext context) {
            this.context = context;
        }

        void fill() {
            context.getBean(Transactions.class).inTransaction(this::facts);
            context.getBean(Transactions.class).inTransaction(this::signals);
            context.getBean(Transactions.class)
                    .inTransaction(() -> context.getBean(CollectionLog.class).saveJob(TestRuns.JOB));
            TestRuns.fill(context);
        }

        private void facts() {
            Asset apple = define("AAPL", "Apple Inc.", AssetType.STOCK, "Technology", 6.43e11, "1980-12-12", null);
            List<DailyBar> bars = appleBars();
            LocalDate cut = LocalDate.parse("2014-09-30");
            bars(
                    apple,
                    RAW,
                    FIRST_BATCH,
                    bars.stream()
                            .filter(bar -> !bar.date().isAfter(cut))
                            .map(Filling::wrongOnce)
                            .toList());
            bars(apple, RAW, SECOND_BATCH, bars);
            actions(apple);
            Asset spy = define("SPY", "SPDR S&P 500 <ETF> — Trust", AssetType.ETF, "Funds", null, "1993-01-29", null);
            bars(spy, NASTY, SECOND_BATCH, flat("2014-12-22", 10, 200));
            crypto();
            yields();
            reusedTicker();
        }

        /** The first batch had 2014-09-15's close wrong. */
        private static DailyBar wrongOnce(DailyBar bar) {
            return bar.date().equals(LocalDate.parse("2014-09-15"))
                    ? new DailyBar(bar.date(), bar.open(), bar.high(), bar.low(), 101.5, bar.volume(), Double.NaN, 0)
                    : bar;
        }

        private void actions(Asset apple) {
            List<CorporateAction> actions = List.of(
                    new CorporateAction(LocalDate.parse("2014-05-08"), ActionKind.DIVIDEND, 3.29),
                    new CorporateAction(LocalDate.parse("2014-06-09"), ActionKind.SPLIT, 7),
                    new CorporateAction(LocalDate.parse("2014-08-07"), ActionKind.DIVIDEND, 0.47),
                    new CorporateAction(LocalDate.parse("2014-11-06"), ActionKind.DIVIDEND, 0.47));
            store().mergeActions(stamp(RAW, FIRST_BATCH), Map.of(apple, actions));
        }

        private void crypto() {
            Asset bitcoin = define("BTC-USD", "Bitcoin", AssetType.CRYPTO, null, null, null, null);
            List<DailyBar> bars = new ArrayList<>(flat("2014-12-20", 3, 0.00001234));
            bars.add(new DailyBar(
                    LocalDate.parse("2014-12-26"), 320, 330, 310, 325.5, 0, Double.NaN, BarFlag.LARGE_MOVE.bit()));
            bars.add(new DailyBar(
                    LocalDate.parse("2015-01-01"),
                    321,
                    331,
                    311,
                    314.25,
                    Double.NaN,
                    Double.NaN,
                    BarFlag.VOLUME_MISSING.bit()));
            bars(bitcoin, RAW, SECOND_BATCH, bars);
        }

        private void yields() {
            AssetDefinition yield = new AssetDefinition(
                    new Symbol("DGS10"),
                    "10-year Treasury yield",
                    AssetType.ECONOMIC_INDICATOR,
                    null,
                    "USD",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "",
                    Map.of("unit", "percent", "frequency", "D"));
            Asset series = define(yield);
            List<Observation> values = new ArrayList<>();
            for (int day = 1; day <= 25; day++) {
                values.add(new Observation(LocalDate.of(2014, 12, day), day == 3 ? -0.25 : 2.1 + day / 100.0));
            }
            store().mergeObservations(stamp(RAW, SECOND_BATCH), Map.of(series, values));
        }

        private void reusedTicker() {
            Asset first = define("USO", "Old Company", AssetType.STOCK, "Energy", 5e6, "2010-01-04", "2012-12-31");
            bars(first, RAW, SECOND_BATCH, flat("2012-12-24", 3, 0.06));
            Asset second = define("USO", "United States Oil Fund", AssetType.ETF, "Energy", 1.5e9, "2014-06-02", null);
            bars(second, RAW, SECOND_BATCH, flat("2014-06-02", 5, 38.25));
        }

        /** Bars on consecutive calendar days, so some on days that are no session. */
        private static List<DailyBar> flat(String first, int days, double close) {
            List<DailyBar> bars = new ArrayList<>();
            for (int day = 0; day < days; day++) {
                LocalDate date = LocalDate.parse(first).plusDays(day);
                bars.add(new DailyBar(date, close, close, close, close, 1000, Double.NaN, 0));
            }
            return bars;
        }

        private Asset define(
                String symbol,
                String name,
                AssetType type,
                @Nullable String sector,
                @Nullable Double marketCap,
                @Nullable String first,
                @Nullable String last) {
            return define(new AssetDefinition(
                    new Symbol(symbol),
                    name,
                    type,
                    type == AssetType.CRYPTO ? null : "XNAS",
                    "USD",
                    sector,
                    null,
                    marketCap,
                    null,
                    first == null ? null : LocalDate.parse(first),
                    last == null ? null : LocalDate.parse(last),
                    "",
                    Map.of()));
        }

        private Asset define(AssetDefinition definition) {
            AssetCatalog catalog = context.getBean(AssetCatalog.class);
            catalog.merge(List.of(definition), RAW);
            return catalog.find(definition.symbol(), definition.firstDate()).orElseThrow();
        }

        private void bars(Asset asset, Source source, Instant learnedAt, List<DailyBar> bars) {
            store().mergeBars(stamp(source, learnedAt), Map.of(asset, bars));
        }

        private void signals() {
            List<SignalChange> everything = context.getBean(AssetCatalog.class).all(List.of()).stream()
                    .map(SignalChange::ofEverything)
                    .toList();
            new SignalUpdate(
                            context.getBean(CurrentBars.class),
                            context.getBean(BenchmarkAsset.class),
                            context.getBean(SignalStore.class),
                            context.getBean(Clock.class),
                            context.getBean(IdSource.class))
                    .update(everything);
        }

        private FactStore store() {
            return context.getBean(FactStore.class);
        }

        private BatchStamp stamp(Source source, Instant learnedAt) {
            return new BatchStamp(context.getBean(IdSource.class).next(), source, learnedAt);
        }
    }
}
