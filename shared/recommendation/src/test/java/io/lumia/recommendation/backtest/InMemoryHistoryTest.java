package io.lumia.recommendation.backtest;

import static io.lumia.recommendation.backtest.SyntheticHistory.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AsOf;
import io.lumia.market.ActionKind;
import io.lumia.market.AssetType;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.Fundamental;
import io.lumia.market.Observation;
import io.lumia.market.PublicationLag;
import io.lumia.market.StoredAction;
import io.lumia.recommendation.backtest.MarketHistory.AssetHistory;
import io.lumia.recommendation.backtest.MarketHistory.RateHistory;
import io.lumia.recommendation.backtest.MarketHistory.SourcedBar;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.signals.sentiment.Mention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InMemoryHistoryTest {

    private static final LocalDate FRIDAY = LocalDate.of(2016, 3, 4);
    private static final LocalDate MONDAY = LocalDate.of(2016, 3, 7);
    private static final LocalDate TUESDAY = LocalDate.of(2016, 3, 8);

    private final List<Known<SourcedBar>> bars = new ArrayList<>();
    private final List<Known<StoredAction>> actions = new ArrayList<>();
    private final List<Known<Fundamental>> facts = new ArrayList<>();
    private final List<Known<Mention>> mentions = new ArrayList<>();
    private final List<Known<Observation>> rates = new ArrayList<>();

    @Test
    void showsNoBarOfASessionThatHasNotClosed() {
        bars.add(known(SyntheticHistory.bar(FRIDAY, 10)));
        bars.add(known(SyntheticHistory.bar(MONDAY, 11)));

        Instant close = ExchangeCalendar.UNITED_STATES.closeInstant(MONDAY);

        assertThat(asset(close.minusSeconds(1)).prices().closes()).containsExactly(10);
        assertThat(asset(close).prices().closes()).containsExactly(10, 11);
    }

    @Test
    void cutsTheLookBack() {
        ExchangeCalendar.UNITED_STATES
                .sessions(LocalDate.of(2016, 2, 1), MONDAY)
                .forEach(day -> bars.add(known(SyntheticHistory.bar(day, day.getDayOfMonth()))));

        assertThat(asset(MONDAY).prices().closes()).containsExactly(1, 2, 3, 4, 7);
    }

    @Test
    void knowsNoSplitBeforeItsDay() {
        bars.add(known(SyntheticHistory.bar(FRIDAY, 100)));
        bars.add(known(SyntheticHistory.bar(MONDAY, 100)));
        bars.add(known(SyntheticHistory.bar(TUESDAY, 25)));
        actions.add(SyntheticHistory.action(TUESDAY, ActionKind.SPLIT, 4));

        assertThat(asset(MONDAY).prices().closes()).containsExactly(100, 100);
        assertThat(asset(MONDAY).splits()).isEmpty();
        assertThat(asset(TUESDAY).prices().closes()).containsExactly(25, 25, 25);
        assertThat(asset(TUESDAY).splits()).hasSize(1);
    }

    @Test
    void reinvestsDividendsInTotals() {
        bars.add(known(SyntheticHistory.bar(FRIDAY, 100)));
        bars.add(known(SyntheticHistory.bar(MONDAY, 98)));
        actions.add(SyntheticHistory.action(MONDAY, ActionKind.DIVIDEND, 2));

        double[] totals = asset(MONDAY).prices().totals();

        assertThat(totals[1] / totals[0]).isCloseTo(1, within(1e-12));
    }

    /** The correction came on Tuesday; on Monday our books still had the first value, and so they do in a look at Monday ever after. */
    @Test
    void showsTheVersionThatOurBooksHadThen() {
        Instant corrected = ExchangeCalendar.UNITED_STATES.closeInstant(TUESDAY);
        bars.add(new Known<>(SyntheticHistory.bar(MONDAY, 10), Instant.EPOCH, corrected));
        bars.add(Known.current(SyntheticHistory.bar(MONDAY, 12), corrected));

        assertThat(asset(MONDAY).prices().closes()).containsExactly(10);
        assertThat(asset(TUESDAY).prices().closes()).containsExactly(12);
    }

    /** What was learned only later is shown in the value that was learned first. */
    @Test
    void showsTheFirstVersionOfWhatWasLearnedLate() {
        Instant late = SyntheticHistory.KNOWN_AT.minusSeconds(100);
        bars.add(new Known<>(SyntheticHistory.bar(MONDAY, 10), late, late.plusSeconds(50)));
        bars.add(Known.current(SyntheticHistory.bar(MONDAY, 12), late.plusSeconds(50)));

        assertThat(asset(MONDAY).prices().closes()).containsExactly(10);
    }

    @Test
    void showsReportsFromTheirDayOnAndOfThreeYears() {
        facts.add(known(fact(LocalDate.of(2012, 12, 31), LocalDate.of(2013, 3, 1))));
        facts.add(known(fact(LocalDate.of(2014, 12, 31), MONDAY)));
        facts.add(known(fact(LocalDate.of(2015, 12, 31), TUESDAY)));

        assertThat(asset(MONDAY).facts())
                .extracting(Fundamental::periodEnd)
                .containsExactly(LocalDate.of(2014, 12, 31));
        assertThat(asset(TUESDAY).facts()).hasSize(2);
    }

    @Test
    void showsTextsThatHadBeenCollectedAndOfTheWindowOnly() {
        Instant close = ExchangeCalendar.UNITED_STATES.closeInstant(MONDAY);
        mentions.add(mention(close.minusSeconds(86_400 * 60L), Instant.EPOCH));
        mentions.add(mention(close, close));
        mentions.add(mention(close.minusSeconds(10), close.plusSeconds(1)));
        mentions.add(mention(close.plusSeconds(1), close));

        assertThat(asset(MONDAY).mentions()).containsExactly(mentions.get(1).row());
    }

    @Test
    void showsTheRateThatWasPublic() {
        rates.add(known(new Observation(FRIDAY, 1.5)));
        rates.add(known(new Observation(MONDAY, 9)));

        MarketSnapshot snapshot = snapshot(ExchangeCalendar.UNITED_STATES.closeInstant(MONDAY));

        assertThat(snapshot.riskFree().annual()).isEqualTo(0.015);
        assertThat(snapshot.riskFree().date()).isEqualTo(FRIDAY);
    }

    private SnapshotAsset asset(LocalDate session) {
        return asset(ExchangeCalendar.UNITED_STATES.closeInstant(session));
    }

    private SnapshotAsset asset(Instant asOf) {
        return snapshot(asOf).find("AAA").orElseThrow();
    }

    private MarketSnapshot snapshot(Instant asOf) {
        AssetHistory asset = new AssetHistory(
                SyntheticHistory.id("AAA"),
                SyntheticHistory.definition("AAA", AssetType.STOCK, null),
                bars,
                actions,
                facts,
                mentions);
        MarketHistory history = new MarketHistory(
                List.of(asset),
                List.of(new RateHistory("DTB3", PublicationLag.DAILY, rates)),
                "test-1",
                SyntheticHistory.KNOWN_AT);
        return new InMemoryHistory(history, 5, 62).snapshot(AsOf.of(asOf));
    }

    private static Fundamental fact(LocalDate end, LocalDate reported) {
        return new Fundamental("total_assets", end, end, reported, false, 1, "USD");
    }

    private static Known<Mention> mention(Instant usable, Instant learned) {
        return Known.current(
                new Mention(new UUID(1, usable.getEpochSecond()), usable, false, 1, 1, 1, 0.5, false), learned);
    }
}
