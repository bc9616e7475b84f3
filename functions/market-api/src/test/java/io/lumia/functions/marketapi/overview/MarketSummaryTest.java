package io.lumia.functions.marketapi.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetStatus;
import io.lumia.market.AssetType;
import io.lumia.market.ExchangeCalendar;
import io.lumia.signals.sentiment.SentimentDay;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MarketSummaryTest {

    private static final LocalDate TUESDAY = LocalDate.parse("2014-12-30");
    private static final LocalDate WEDNESDAY = LocalDate.parse("2014-12-31");
    private static final AsOf NEW_YEAR = AsOf.of(Instant.parse("2015-01-02T12:00:00Z"));

    @Test
    void theSessionIsTheNewestThatHalfOfTheAssetsReached() {
        MarketSummary early =
                MarketSummary.of(List.of(day("A", WEDNESDAY, 0.01), day("B", TUESDAY, 0.01), day("C", TUESDAY, 0.01)));
        MarketSummary late = MarketSummary.of(
                List.of(day("A", WEDNESDAY, 0.01), day("B", WEDNESDAY, 0.01), day("C", TUESDAY, 0.01)));

        assertThat(early.session(ExchangeCalendar.UNITED_STATES)).contains(TUESDAY);
        assertThat(late.session(ExchangeCalendar.UNITED_STATES)).contains(WEDNESDAY);
        assertThat(early.breadth().stale()).isZero();
        assertThat(late.breadth().stale()).isEqualTo(1);
    }

    @Test
    void everyAssetIsCountedOnce() {
        MarketSummary summary = MarketSummary.of(List.of(
                day("A", WEDNESDAY, 0.01),
                day("B", WEDNESDAY, -0.01),
                day("C", WEDNESDAY, 0),
                day("D", WEDNESDAY, Double.NaN),
                day("E", TUESDAY, 0.02),
                AssetDay.unknown(asset("F", "Energy", "USD"))));

        assertThat(summary.breadth()).isEqualTo(new OverviewView.Breadth(6, 1, 1, 1, 1, 2));
    }

    @Test
    void freshnessIsAboutTheSessionThatShouldBeThere() {
        MarketSummary summary = MarketSummary.of(List.of(day("A", TUESDAY, 0.01), day("B", TUESDAY, 0.01)));

        assertThat(summary.freshness(NEW_YEAR))
                .containsExactly(new OverviewView.MarketFreshness("united_states", TUESDAY, WEDNESDAY, 2, 0, 2));
    }

    @Test
    void aSectorsReturnIsWeightedByDollarVolumeInTheMainCurrency() {
        MarketSummary summary = MarketSummary.of(List.of(
                day("A", 0.02, 3e6, "Energy", "USD"),
                day("B", -0.02, 1e6, "Energy", "USD"),
                day("C", 0.5, 9e9, "Energy", "EUR"),
                day("D", 0.01, 1e6, "Funds", "USD"),
                day("E", 0.03, Double.NaN, "Funds", "USD")));
        MarketSummary.Sector energy = summary.sectors().getFirst();
        MarketSummary.Sector funds = summary.sectors().getLast();

        assertThat(summary.currency()).isEqualTo("USD");
        assertThat(energy.name()).isEqualTo("Energy");
        assertThat(energy.weightedReturn()).isCloseTo((3 * 0.02 - 0.02) / 4, within(1e-15));
        assertThat(energy.dollarVolume()).isEqualTo(4e6);
        assertThat(energy.medianReturn()).isEqualTo(0.02);
        assertThat(funds.medianReturn()).isCloseTo(0.02, within(1e-15));
        assertThat(funds.weightedReturn()).isEqualTo(0.01);
    }

    @Test
    void theLargestOfASectorComeFirstThoseInOtherCurrenciesLast() {
        MarketSummary summary = MarketSummary.of(List.of(
                day("A", 0.02, 1e6, "Energy", "USD"),
                day("B", 0.02, 3e6, "Energy", "USD"),
                day("C", 0.02, 9e9, "Energy", "EUR"),
                day("D", 0.02, Double.NaN, "Energy", "USD")));

        assertThat(summary.sectors().getFirst().largest(4))
                .extracting(AssetDay::symbol)
                .containsExactly("B", "A", "D", "C");
        assertThat(summary.sectors().getFirst().largest(1))
                .extracting(AssetDay::symbol)
                .containsExactly("B");
    }

    @Test
    void moversTradeEnough() {
        MarketSummary summary = MarketSummary.of(List.of(
                day("A", 0.02, 1e6, "Energy", "USD"),
                day("B", 0.03, 1e5, "Energy", "USD"),
                day("C", 2.0, 99_999, "Energy", "USD"),
                day("D", -0.04, 1e6, "Energy", "USD"),
                day("E", -0.05, 1e6, "Energy", "USD"),
                day("F", 0, 1e6, "Energy", "USD")));

        assertThat(summary.movers(true, 10)).extracting(AssetDay::symbol).containsExactly("B", "A");
        assertThat(summary.movers(false, 1)).extracting(AssetDay::symbol).containsExactly("E");
    }

    @Test
    void assetsWithoutASectorComeLast() {
        MarketSummary summary =
                MarketSummary.of(List.of(day("A", 0.02, 1e6, "", "USD"), day("B", 0.02, 1e6, "Utilities", "USD")));

        assertThat(summary.sectors()).extracting(MarketSummary.Sector::name).containsExactly("Utilities", null);
    }

    @Test
    void aMeanScoreCountsTextsAndThePulseNeedsTwo() {
        AssetDay liked = day("A", WEDNESDAY, 0.01).withSentiment(sentiment(0.5, 3));
        AssetDay hated = day("B", WEDNESDAY, 0.01).withSentiment(sentiment(-0.7, 1));
        AssetDay postsOnly = day("C", WEDNESDAY, 0.01).withSentiment(sentiment(Double.NaN, 0));
        MarketSummary summary = MarketSummary.of(List.of(liked, hated, postsOnly));

        assertThat(MarketSummary.meanScore(summary.days())).isCloseTo((3 * 0.5 - 0.7) / 4, within(1e-15));
        assertThat(MarketSummary.texts(summary.days())).isEqualTo(4);
        assertThat(summary.loudest(true, 5)).containsExactly(liked);
        assertThat(summary.loudest(false, 5)).isEmpty();
    }

    @Test
    void anEmptyMarketHasNoSession() {
        MarketSummary summary = MarketSummary.of(List.of());

        assertThat(summary.mainCalendar()).isEmpty();
        assertThat(summary.currency()).isNull();
        assertThat(summary.breadth()).isEqualTo(new OverviewView.Breadth(0, 0, 0, 0, 0, 0));
    }

    private static SentimentDay sentiment(double average, int texts) {
        return new SentimentDay(WEDNESDAY, average, 0, texts, Double.NaN, 0, 0, Double.NaN, Double.NaN);
    }

    private static AssetDay day(String symbol, LocalDate date, double return1d) {
        return new AssetDay(asset(symbol, "Energy", "USD"), date, return1d, Double.NaN, 1e6, null);
    }

    private static AssetDay day(String symbol, double return1d, double dollarVolume, String sector, String currency) {
        return new AssetDay(asset(symbol, sector, currency), WEDNESDAY, return1d, Double.NaN, dollarVolume, null);
    }

    private static Asset asset(String symbol, String sector, String currency) {
        UUID id = UUID.nameUUIDFromBytes(symbol.getBytes(StandardCharsets.UTF_8));
        AssetDefinition definition = new AssetDefinition(
                new Symbol(symbol),
                symbol,
                AssetType.STOCK,
                "XNYS",
                currency,
                sector,
                null,
                null,
                null,
                null,
                null,
                "",
                Map.of());
        return new Asset(symbol.charAt(0), new AssetId(id), AssetStatus.ACTIVE, definition);
    }
}
