package io.lumia.signals.persistence;

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
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.lumia.quant.series.BarSeries;
import io.lumia.quant.series.RandomWalk;
import io.lumia.signals.BenchmarkAsset;
import io.lumia.signals.CurrentBars;
import io.lumia.signals.RowsChanged;
import io.lumia.signals.SignalChange;
import io.lumia.signals.SignalHistory;
import io.lumia.signals.SignalRow;
import io.lumia.signals.SignalStore;
import io.lumia.signals.SignalUpdate;
import io.lumia.signals.SignalsAsOf;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An empty market with facts to be put in, and what computes signals from them. One database for all tests of the JVM,
 * emptied for each; sources stay, since their keys are remembered.
 */
final class TestMarket {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    static final Source RAW = source("raw", PriceBasis.RAW);

    private static final ApplicationContext CONTEXT =
            ApplicationContext.run(EmbeddedDatabase.fresh().properties());
    private static final String EMPTY_TABLES = """
            TRUNCATE market.asset, market.daily_bar, market.daily_bar_revision, market.corporate_action,
                     market.corporate_action_revision, signals.daily_signal, signals.latest_signal, signals.computation,
                     signals.daily_sentiment, news.article, sentiment.model
             CASCADE
            """;

    private final Transactions transactions = CONTEXT.getBean(Transactions.class);

    TestMarket() {
        CONTEXT.getBean(Sql.class).prepare(EMPTY_TABLES, PreparedStatement::execute);
    }

    <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    <T> T inTransaction(java.util.function.Supplier<T> work) {
        return transactions.inTransaction(work);
    }

    void execute(String statement) {
        CONTEXT.getBean(Sql.class).prepare(statement, PreparedStatement::execute);
    }

    static Source source(String name, PriceBasis basis) {
        return new Source("test", name, NOW, basis, "USD", "none", "nobody");
    }

    Asset asset(String symbol, AssetType type) {
        AssetCatalog catalog = CONTEXT.getBean(AssetCatalog.class);
        AssetDefinition definition = new AssetDefinition(
                Symbol.parse(symbol), symbol, type, null, "USD", null, null, null, null, null, null, "", Map.of());
        transactions.inTransaction(() -> catalog.merge(List.of(definition), RAW));
        return catalog.find(Symbol.parse(symbol), null).orElseThrow();
    }

    /** Random bars of weekdays from 1990-01-01 on; the same seed gives the same bars. */
    static List<DailyBar> bars(int sessions, long seed) {
        BarSeries series = RandomWalk.bars(RandomWalk.weekdays(sessions), seed);
        List<DailyBar> bars = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            double close = series.close()[i];
            bars.add(new DailyBar(
                    LocalDate.ofEpochDay(series.epochDays()[i]),
                    close,
                    series.high()[i],
                    series.low()[i],
                    close,
                    series.volume()[i],
                    Double.NaN,
                    0));
        }
        return bars;
    }

    static DailyBar closeOnly(DailyBar bar) {
        int flags = BarFlag.CLOSE_ONLY.bit() | BarFlag.VOLUME_MISSING.bit();
        double close = bar.close();
        return new DailyBar(bar.date(), close, close, close, close, Double.NaN, Double.NaN, flags);
    }

    static DailyBar times(DailyBar bar, double ratio) {
        return new DailyBar(
                bar.date(),
                bar.open() * ratio,
                bar.high() * ratio,
                bar.low() * ratio,
                bar.close() * ratio,
                bar.volume() / ratio,
                Double.NaN,
                bar.flags());
    }

    void load(Asset asset, List<DailyBar> bars) {
        load(asset, bars, RAW);
    }

    void load(Asset asset, List<DailyBar> bars, Source source) {
        FactStore facts = CONTEXT.getBean(FactStore.class);
        transactions.inTransaction(() -> facts.mergeBars(stamp(source), Map.of(asset, bars)));
    }

    void act(Asset asset, LocalDate exDate, ActionKind kind, double value) {
        act(asset, exDate, kind, value, RAW);
    }

    void act(Asset asset, LocalDate exDate, ActionKind kind, double value, Source source) {
        FactStore facts = CONTEXT.getBean(FactStore.class);
        List<CorporateAction> actions = List.of(new CorporateAction(exDate, kind, value));
        transactions.inTransaction(() -> facts.mergeActions(stamp(source), Map.of(asset, actions)));
    }

    private static BatchStamp stamp(Source source) {
        return new BatchStamp(UUID.randomUUID(), source, NOW);
    }

    Map<Asset, RowsChanged> update(SignalChange... changes) {
        return update(NOW, changes);
    }

    Map<Asset, RowsChanged> update(Instant now, SignalChange... changes) {
        SignalUpdate update = new SignalUpdate(
                CONTEXT.getBean(CurrentBars.class),
                CONTEXT.getBean(BenchmarkAsset.class),
                CONTEXT.getBean(SignalStore.class),
                Clock.fixed(now, ZoneOffset.UTC),
                UUID::randomUUID);
        return transactions.inTransaction(() -> update.update(List.of(changes)));
    }

    SignalHistory history() {
        return CONTEXT.getBean(SignalHistory.class);
    }

    SignalsAsOf asOf() {
        return CONTEXT.getBean(SignalsAsOf.class);
    }

    List<SignalRow> rows(Asset asset) {
        return history().history(asset, LocalDate.MIN, LocalDate.MAX, Integer.MAX_VALUE);
    }

    /** Whatever the statement finds, as text: one line per row. Includes where a row physically lies when asked. */
    String query(String sql) {
        return CONTEXT.getBean(Sql.class).withConnection(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                StringBuilder text = new StringBuilder();
                while (rows.next()) {
                    text.append(rows.getString(1)).append('\n');
                }
                return text.toString();
            }
        });
    }

    /** The values of all rows, without the times at which they were computed. */
    String hashOfSignals() {
        return query(
                "SELECT md5(coalesce(string_agg((to_jsonb(d) - 'computed_at')::text, '' ORDER BY asset_id, signal_date), ''))"
                        + " FROM signals.daily_signal d");
    }

    /** Changes when any row of any signal table is written, even with the same values. */
    String physicalHash() {
        return query("SELECT md5(string_agg(r, '' ORDER BY r)) FROM ("
                + "SELECT tableoid::text || ctid::text || xmin::text FROM signals.daily_signal UNION ALL "
                + "SELECT 'l' || ctid::text || xmin::text FROM signals.latest_signal UNION ALL "
                + "SELECT 'c' || ctid::text || xmin::text FROM signals.computation) AS all_rows (r)");
    }
}
