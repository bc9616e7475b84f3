package io.lumia.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetStatus;
import io.lumia.market.AssetType;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.PriceBasis;
import io.lumia.market.PriceHistory;
import io.lumia.market.Source;
import io.lumia.market.StoredAction;
import io.lumia.market.StoredBars;
import io.lumia.quant.series.BarSeries;
import io.lumia.quant.series.RandomWalk;
import io.lumia.quant.signal.SignalColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No question as of a day can be answered differently by what comes after it. */
class FactsSignalsAsOfTest {

    private static final int SESSIONS = 500;
    private static final int ASKED = 420;
    private static final Source RAW =
            new Source("test", "raw", Instant.parse("1990-01-01T00:00:00Z"), PriceBasis.RAW, "USD", "none", "nobody");

    private final FakePriceHistory prices = new FakePriceHistory();
    private final Asset benchmark = asset(1, "SPY", AssetType.ETF);
    private final Asset stock = asset(2, "AAA", AssetType.STOCK);
    private final SignalsAsOf signals =
            new FactsSignalsAsOf(prices, new BenchmarkAsset(new OneAssetCatalog(benchmark), Symbol.parse("SPY")));

    FactsSignalsAsOfTest() {
        prices.bars.put(benchmark.key(), bars(1));
        prices.bars.put(stock.key(), bars(2));
    }

    @Test
    void shufflingTheFutureChangesNothing() {
        List<SignalRow> before = rows(ASKED);
        for (int seed = 0; seed < 10; seed++) {
            shuffleAfter(benchmark, ASKED, seed);
            shuffleAfter(stock, ASKED, seed + 100);

            assertThat(rows(ASKED)).isEqualTo(before);
        }
        assertThat(rows(ASKED + 50)).isNotEqualTo(before);
    }

    @Test
    void theRowOfADayIsTheSameWhicheverLaterDayAsks() {
        List<SignalRow> early = rows(ASKED);

        List<SignalRow> late = rows(SESSIONS - 1);

        for (int i = 0; i <= ASKED; i++) {
            assertThat(late.get(i).values()).isEqualTo(early.get(i).values());
        }
    }

    @Test
    void endsWithTheLastBarThatWasPublicAndSaysWhenItWasAsked() {
        List<SignalRow> rows = rows(ASKED);

        assertThat(rows).hasSize(ASKED + 1);
        assertThat(rows.getLast().date()).isEqualTo(day(ASKED));
        assertThat(rows.getLast().computedAt()).isEqualTo(asOf(ASKED).instant());
        assertThat(rows.getLast().values()).doesNotContain(Double.NaN);
    }

    @Test
    void aSplitAfterTheDayIsNotInItsPrices() {
        List<SignalRow> before = rows(ASKED);
        prices.actions.add(new StoredAction(new CorporateAction(day(ASKED + 1), ActionKind.SPLIT, 2), RAW));

        assertThat(rows(ASKED)).isEqualTo(before);
        assertThat(rows(ASKED + 1).get(ASKED).value(SignalColumn.SMA_20))
                .isEqualTo(before.get(ASKED).value(SignalColumn.SMA_20) / 2);
    }

    @Test
    void cutsToTheDatesAndTheLimitAskedFor() {
        List<SignalRow> rows = signals.history(stock, day(100), day(200), asOf(ASKED), 5);

        assertThat(rows).extracting(SignalRow::date).containsExactly(day(100), day(101), day(102), day(103), day(104));
    }

    @Test
    void hasNoRowsWhereThereAreNoBarsOrNoSignals() {
        assertThat(signals.history(asset(3, "NEW", AssetType.STOCK), LocalDate.MIN, LocalDate.MAX, asOf(9), 10))
                .isEmpty();
        assertThat(signals.history(asset(2, "DGS10", AssetType.BOND), LocalDate.MIN, LocalDate.MAX, asOf(9), 10))
                .isEmpty();
    }

    private List<SignalRow> rows(int session) {
        return signals.history(stock, LocalDate.MIN, LocalDate.MAX, asOf(session), Integer.MAX_VALUE);
    }

    private static AsOf asOf(int session) {
        return AsOf.of(day(session).atTime(23, 0).toInstant(ZoneOffset.UTC));
    }

    private static LocalDate day(int session) {
        return LocalDate.ofEpochDay(RandomWalk.weekdays(SESSIONS)[session]);
    }

    private void shuffleAfter(Asset asset, int session, long seed) {
        List<DailyBar> bars = new ArrayList<>(prices.bars.get(asset.key()));
        List<DailyBar> future = new ArrayList<>(bars.subList(session + 1, SESSIONS));
        Collections.shuffle(future, new Random(seed));
        for (int i = session + 1; i < SESSIONS; i++) {
            bars.set(i, dated(future.get(i - session - 1), bars.get(i).date()));
        }
        prices.bars.put(asset.key(), bars);
    }

    private static DailyBar dated(DailyBar bar, LocalDate date) {
        return new DailyBar(
                date, bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(), bar.adjClose(), bar.flags());
    }

    private static List<DailyBar> bars(long seed) {
        BarSeries series = RandomWalk.bars(RandomWalk.weekdays(SESSIONS), seed);
        List<DailyBar> bars = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            double close = series.close()[i];
            bars.add(new DailyBar(
                    day(i), close, series.high()[i], series.low()[i], close, series.volume()[i], Double.NaN, 0));
        }
        return bars;
    }

    private static Asset asset(int key, String symbol, AssetType type) {
        AssetDefinition definition = new AssetDefinition(
                Symbol.parse(symbol), symbol, type, null, "USD", null, null, null, null, null, null, "", Map.of());
        return new Asset(key, new AssetId(new UUID(0, key)), AssetStatus.ACTIVE, definition);
    }

    /** Shows a bar from the end of its day on, and an action from the beginning of its ex-date on. */
    private static final class FakePriceHistory implements PriceHistory {

        final Map<Integer, List<DailyBar>> bars = new HashMap<>();
        final List<StoredAction> actions = new ArrayList<>();

        @Override
        public StoredBars bars(Asset asset, LocalDate from, LocalDate to, AsOf asOf) {
            LocalDate last = asOf.dateIn(ZoneOffset.UTC);
            List<DailyBar> seen = bars.getOrDefault(asset.key(), List.of()).stream()
                    .filter(bar -> !bar.date().isBefore(from)
                            && !bar.date().isAfter(to)
                            && !bar.date().isAfter(last))
                    .toList();
            return new StoredBars(seen, Collections.nCopies(seen.size(), RAW), 0);
        }

        @Override
        public List<StoredAction> actions(Asset asset, AsOf asOf) {
            LocalDate last = asOf.dateIn(ZoneOffset.UTC);
            return actions.stream()
                    .filter(stored ->
                            asset.key() == 2 && !stored.action().exDate().isAfter(last))
                    .toList();
        }
    }
}
