package io.lumia.recommendation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AsOf;
import io.lumia.quant.backtest.AccountState;
import io.lumia.recommendation.backtest.ShareEvent.Payment;
import io.lumia.recommendation.backtest.ShareEvent.Split;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TraderTest {

    private static final LocalDate MONDAY = LocalDate.of(2016, 3, 7);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    private final FakeMarket market = new FakeMarket();

    @Test
    void sellsBeforeItBuys() {
        market.add("A", 10, 10, 10);
        market.add("B", 20, 20, 20);
        Trader trader = trader(0, Map.of("A", 100.0));

        Trader.Fill fill = trader.trade(Map.of("B", 50.0), MONDAY, TUESDAY);

        assertThat(trader.shares()).isEqualTo(Map.of("B", 50.0));
        assertThat(fill.sold()).isEqualTo(1_000);
        assertThat(fill.bought()).isEqualTo(1_000);
        assertThat(trader.state().cash()).isZero();
    }

    @Test
    void buysTheSamePartOfEverythingWhereTheMoneyDoesNotSuffice() {
        market.add("A", 10, 11, 11);
        market.add("B", 10, 11, 11);
        Trader trader = trader(1_000, Map.of());

        Trader.Fill fill = trader.trade(Map.of("A", 60.0, "B", 40.0), MONDAY, TUESDAY);

        // 1100 are needed: 10/11 of 60 is 54.5, of 40 is 36.4; 54 and 36 cost 990, and 10 buy no share of 11.
        assertThat(trader.shares()).isEqualTo(Map.of("A", 54.0, "B", 36.0));
        assertThat(trader.state().cash()).isEqualTo(10);
        assertThat(fill.scaledDown()).isTrue();
    }

    @Test
    void givesSingleSharesToWhereMostWasRoundedOff() {
        market.add("A", 10, 10.2, 10.2);
        market.add("B", 10, 10.2, 10.2);
        Trader trader = trader(100, Map.of());

        trader.trade(Map.of("A", 5.0, "B", 5.0), MONDAY, TUESDAY);

        // 100 / 102 of 5 is 4.9: 4 each cost 81.6, a fifth of the first leaves 8.2.
        assertThat(trader.shares()).isEqualTo(Map.of("A", 5.0, "B", 4.0));
        assertThat(trader.state().cash()).isCloseTo(8.2, within(1e-9));
    }

    @Test
    void leavesAloneWhatHasNoPriceOnTheDay() {
        market.add("A", 10, Double.NaN, 10);
        Trader trader = trader(0, Map.of("A", 7.0));

        Trader.Fill fill = trader.trade(Map.of(), MONDAY, TUESDAY);

        assertThat(fill.unfilled()).isEqualTo(1);
        assertThat(trader.shares()).isEqualTo(Map.of("A", 7.0));
        assertThat(trader.valueOn(TUESDAY)).isEqualTo(70);
    }

    @Test
    void tradesInTheSharesOfTheDay() {
        market.add("A", List.of(new Split(TUESDAY, 4)), null, 100, 25, 25);
        Trader trader = trader(1_000, Map.of("A", 3.0));

        trader.pass(MONDAY, TUESDAY);
        trader.trade(Map.of("A", 5.0), MONDAY, TUESDAY);

        assertThat(trader.shares()).isEqualTo(Map.of("A", 20.0));
        assertThat(trader.state().cash()).isEqualTo(1_000 - 8 * 25);
    }

    @Test
    void isPaidDividendsOfTheSharesAfterTheSplit() {
        market.add("A", List.of(new Payment(TUESDAY, 0.5), new Split(TUESDAY, 2)), null, 100, 50, 50);
        Trader trader = trader(0, Map.of("A", 10.0));

        trader.pass(MONDAY, TUESDAY);

        assertThat(trader.shares()).isEqualTo(Map.of("A", 20.0));
        assertThat(trader.state().cash()).isEqualTo(10);
    }

    @Test
    void becomesCashAtTheLastPriceTheDayAfterADeath() {
        market.add("A", List.of(), TUESDAY, 10, 4);
        Trader trader = trader(5, Map.of("A", 10.0));

        List<String> onTheLastDay = trader.pass(MONDAY, TUESDAY);
        List<String> after = trader.pass(TUESDAY, WEDNESDAY);

        assertThat(onTheLastDay).isEmpty();
        assertThat(after).containsExactly("A");
        assertThat(trader.state().cash()).isEqualTo(45);
        assertThat(trader.state().costs()).isZero();
    }

    @Test
    void takesAnAssetForDeadAfterThirtySilentDays() {
        market.add("A", 10, 10, 10);
        Trader trader = trader(0, Map.of("A", 1.0));

        assertThat(trader.pass(WEDNESDAY, WEDNESDAY.plusDays(30))).isEmpty();
        assertThat(trader.pass(WEDNESDAY.plusDays(30), WEDNESDAY.plusDays(31))).containsExactly("A");
    }

    @Test
    void holdsTheSameAmountOfEachMemberAfterCosts() {
        market.add("A", 10, 10, 10);
        market.add("B", 40, 40, 40);
        Trader trader = new Trader(AccountState.of(1_010), 0.01, market);

        trader.equalise(List.of("A", "B"), MONDAY);

        assertThat(trader.shares().get("A")).isCloseTo(50, within(1e-9));
        assertThat(trader.shares().get("B")).isCloseTo(12.5, within(1e-9));
        assertThat(trader.state().cash()).isCloseTo(0, within(1e-9));
        assertThat(trader.state().costs()).isCloseTo(10, within(1e-9));
    }

    @Test
    void investsAllCashInWholeShares() {
        market.add("A", 10, 10, 10);
        Trader trader = new Trader(AccountState.of(105), 0.05, market);

        trader.invest("A", MONDAY);

        assertThat(trader.shares()).isEqualTo(Map.of("A", 10.0));
        assertThat(trader.state().cash()).isCloseTo(0, within(1e-12));
    }

    private Trader trader(double cash, Map<String, Double> shares) {
        return new Trader(new AccountState(cash, new TreeMap<>(shares), 0, 0), 0, market);
    }

    /** Prices from Monday on. */
    private static final class FakeMarket implements BacktestMarket {

        private final Map<String, PriceTrack> tracks = new HashMap<>();

        void add(String asset, double... closes) {
            add(asset, List.of(), null, closes);
        }

        void add(String asset, List<ShareEvent> events, @Nullable LocalDate lastDay, double... closes) {
            int[] days = new int[closes.length];
            double[] known = new double[closes.length];
            int size = 0;
            for (int i = 0; i < closes.length; i++) {
                if (!Double.isNaN(closes[i])) {
                    days[size] = Math.toIntExact(MONDAY.toEpochDay()) + i;
                    known[size++] = closes[i];
                }
            }
            tracks.put(
                    asset,
                    new PriceTrack(
                            java.util.Arrays.copyOf(days, size),
                            java.util.Arrays.copyOf(known, size),
                            events,
                            lastDay));
        }

        @Override
        public MarketSnapshot snapshot(AsOf asOf) {
            throw new UnsupportedOperationException("a trader looks at prices only");
        }

        @Override
        public Optional<PriceTrack> track(String assetId) {
            return Optional.ofNullable(tracks.get(assetId));
        }
    }
}
