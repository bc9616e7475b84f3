package io.lumia.recommendation.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.ActionKind;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.CorporateAction;
import io.lumia.market.Fundamental;
import io.lumia.recommendation.snapshot.DailyPrices;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Apple's figures are those of its forms 10-K for the fiscal years 2013 to 2016. */
class FundamentalsTest {

    private static final LocalDate SESSION = LocalDate.of(2017, 11, 10);
    private static final int STALE = 730;

    @Test
    void valuesACompanyByItsSharesInTodaysUnits() {
        SnapshotAsset apple = asset(
                List.of(balance("shares_outstanding", "2013-09-28", "2013-10-30", 925_200_000)),
                List.of(split("2014-06-09", 7)),
                93.70);

        double cap = new Fundamentals(apple, LocalDate.of(2014, 6, 9), STALE).marketCap();

        assertThat(cap).isCloseTo(925_200_000.0 * 7 * 93.70, within(1.0));
    }

    @Test
    void knowsNothingThatWasReportedLater() {
        SnapshotAsset apple = asset(
                List.of(
                        year("net_income", "2014-09-28", "2015-09-26", "2015-10-28", 53_394_000_000.0),
                        year("net_income", "2015-09-27", "2016-09-24", "2016-10-26", 45_687_000_000.0)),
                List.of(),
                110);

        assertThat(new Fundamentals(apple, LocalDate.of(2016, 10, 25), STALE).year("net_income"))
                .hasValueSatisfying(figure -> assertThat(figure.value()).isEqualTo(53_394_000_000.0));
        assertThat(new Fundamentals(apple, LocalDate.of(2016, 10, 26), STALE).year("net_income"))
                .hasValueSatisfying(figure -> assertThat(figure.value()).isEqualTo(45_687_000_000.0));
    }

    @Test
    void believesTheNewestReportOfAPeriod() {
        SnapshotAsset asset = asset(
                List.of(
                        year("revenue", "2016-01-01", "2016-12-31", "2017-02-01", 100),
                        year("revenue", "2016-01-01", "2016-12-31", "2017-06-01", 90)),
                List.of(),
                1);

        assertThat(new Fundamentals(asset, LocalDate.of(2017, 5, 31), STALE).year("revenue"))
                .hasValueSatisfying(figure -> assertThat(figure.value()).isEqualTo(100));
        assertThat(new Fundamentals(asset, SESSION, STALE).year("revenue"))
                .hasValueSatisfying(figure -> assertThat(figure.value()).isEqualTo(90));
    }

    @Test
    void sumsFourQuartersThatEndAfterTheLastYear() {
        SnapshotAsset asset = asset(
                List.of(
                        year("revenue", "2016-01-01", "2016-12-31", "2017-02-01", 100),
                        year("revenue", "2016-04-01", "2016-06-30", "2016-08-01", 20),
                        year("revenue", "2016-07-01", "2016-09-30", "2016-11-01", 25),
                        year("revenue", "2016-10-01", "2016-12-31", "2017-02-01", 30),
                        year("revenue", "2017-01-01", "2017-03-31", "2017-05-01", 35)),
                List.of(),
                1);

        assertThat(new Fundamentals(asset, SESSION, STALE).year("revenue")).hasValueSatisfying(figure -> {
            assertThat(figure.value()).isEqualTo(110);
            assertThat(figure.end()).isEqualTo(LocalDate.of(2017, 3, 31));
            assertThat(figure.sources()).hasSize(4);
        });
    }

    @Test
    void doesNotSumQuartersWithAGap() {
        SnapshotAsset asset = asset(
                List.of(
                        year("revenue", "2016-01-01", "2016-03-31", "2016-05-01", 20),
                        year("revenue", "2016-07-01", "2016-09-30", "2016-11-01", 25),
                        year("revenue", "2016-10-01", "2016-12-31", "2017-02-01", 30),
                        year("revenue", "2017-01-01", "2017-03-31", "2017-05-01", 35)),
                List.of(),
                1);

        assertThat(new Fundamentals(asset, SESSION, STALE).year("revenue")).isEmpty();
    }

    @Test
    void forgetsWhatIsTooOld() {
        SnapshotAsset asset = asset(List.of(balance("total_assets", "2015-11-11", "2016-02-01", 5)), List.of(), 1);

        assertThat(new Fundamentals(asset, SESSION, STALE).balance("total_assets"))
                .isEmpty();
        assertThat(new Fundamentals(asset, SESSION.minusDays(1), STALE).balance("total_assets"))
                .isPresent();
    }

    private static SnapshotAsset asset(List<Fundamental> facts, List<CorporateAction> splits, double close) {
        AssetDefinition definition = new AssetDefinition(
                Symbol.parse("AAPL"),
                "Apple",
                AssetType.STOCK,
                "XNAS",
                "USD",
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                Map.of());
        DailyPrices prices = new DailyPrices(
                new int[] {Math.toIntExact(SESSION.toEpochDay())},
                new double[] {close},
                new double[] {close},
                new double[] {1},
                new int[1]);
        return new SnapshotAsset(new AssetId(new UUID(0, 1)), definition, prices, splits, facts, List.of());
    }

    private static CorporateAction split(String date, double ratio) {
        return new CorporateAction(LocalDate.parse(date), ActionKind.SPLIT, ratio);
    }

    private static Fundamental balance(String metric, String end, String reported, double value) {
        return year(metric, end, end, reported, value);
    }

    private static Fundamental year(String metric, String start, String end, String reported, double value) {
        return new Fundamental(
                metric, LocalDate.parse(start), LocalDate.parse(end), LocalDate.parse(reported), false, value, "USD");
    }
}
