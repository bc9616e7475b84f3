package io.lumia.recommendation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.market.ActionKind;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.market.StoredAction;
import io.lumia.market.StoredBars;
import io.lumia.recommendation.backtest.ShareEvent.Payment;
import io.lumia.recommendation.backtest.ShareEvent.Split;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PriceTrackTest {

    private static final LocalDate MONDAY = LocalDate.of(2016, 3, 7);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);

    @Test
    void readsPricesAndDividendsOfARawSourceAsTheyAre() {
        PriceTrack track = track(
                PriceBasis.RAW,
                List.of(action(TUESDAY, ActionKind.DIVIDEND, 2), action(WEDNESDAY, ActionKind.SPLIT, 4)),
                100,
                98,
                25);

        assertThat(track.closeOn(MONDAY)).isEqualTo(100);
        assertThat(track.closeOn(WEDNESDAY)).isEqualTo(25);
        assertThat(track.events(MONDAY, WEDNESDAY)).containsExactly(new Payment(TUESDAY, 2), new Split(WEDNESDAY, 4));
    }

    /** The source has divided prices and dividends before the split by 4; as traded they were 100, 98 and 2. */
    @Test
    void undoesWhatASplitAdjustedSourceDid() {
        PriceTrack track = track(
                PriceBasis.SPLIT_ADJUSTED,
                List.of(action(TUESDAY, ActionKind.DIVIDEND, 0.5), action(WEDNESDAY, ActionKind.SPLIT, 4)),
                25,
                24.5,
                25);

        assertThat(track.closeOn(MONDAY)).isCloseTo(100, within(1e-12));
        assertThat(track.closeOn(TUESDAY)).isCloseTo(98, within(1e-12));
        assertThat(track.closeOn(WEDNESDAY)).isCloseTo(25, within(1e-12));
        assertThat(track.events(MONDAY, TUESDAY)).containsExactly(new Payment(TUESDAY, 2));
    }

    /** Before 100; what is left is worth 80 and 100 is 1.25 times that, so the part was worth 20. */
    @Test
    void paysWhatASpunOffPartIsWorth() {
        PriceTrack track = track(PriceBasis.RAW, List.of(action(TUESDAY, ActionKind.SPIN_OFF, 1.25)), 100, 80, 80);

        assertThat(track.events(MONDAY, WEDNESDAY)).containsExactly(new Payment(TUESDAY, 20));
        assertThat(track.splits(MONDAY, WEDNESDAY)).isEqualTo(1);
    }

    /** The close before was 100 and the adjusted one 98: two hundredths of it were paid on Tuesday. */
    @Test
    void readsAnUnlistedDividendFromTheAdjustedClose() {
        Source source = SyntheticHistory.source(PriceBasis.RAW);
        List<DailyBar> bars =
                List.of(adjusted(MONDAY, 100, 98), adjusted(TUESDAY, 99, 99), adjusted(WEDNESDAY, 97, 97));

        PriceTrack track = PriceTrack.of(new StoredBars(bars, Collections.nCopies(3, source), 0), List.of(), null);

        assertThat(track.events(MONDAY, WEDNESDAY)).singleElement().satisfies(event -> assertThat(event)
                .isInstanceOfSatisfying(Payment.class, payment -> {
                    assertThat(payment.exDate()).isEqualTo(TUESDAY);
                    assertThat(payment.perShare()).isCloseTo(2, within(1e-12));
                }));
    }

    private static DailyBar adjusted(LocalDate day, double close, double adjusted) {
        return new DailyBar(day, close, close, close, close, 1_000, adjusted, 0);
    }

    /** A day without a price between: the last close, in the shares of the day. */
    @Test
    void carriesACloseAcrossASplit() {
        PriceTrack track = new PriceTrack(
                new int[] {day(MONDAY), day(THURSDAY)}, new double[] {100, 26}, List.of(new Split(WEDNESDAY, 4)), null);

        assertThat(track.tradesOn(WEDNESDAY)).isFalse();
        assertThat(track.closeOn(TUESDAY)).isEqualTo(100);
        assertThat(track.closeOn(WEDNESDAY)).isEqualTo(25);
        assertThat(track.closeOn(THURSDAY)).isEqualTo(26);
        assertThat(track.closeOn(MONDAY.minusDays(1))).isNaN();
    }

    private static PriceTrack track(PriceBasis basis, List<CorporateAction> actions, double... closes) {
        Source source = SyntheticHistory.source(basis);
        List<DailyBar> bars = IntStream.range(0, closes.length)
                .mapToObj(
                        i -> SyntheticHistory.bar(MONDAY.plusDays(i), closes[i]).bar())
                .toList();
        return PriceTrack.of(
                new StoredBars(bars, Collections.nCopies(bars.size(), source), 0),
                actions.stream().map(action -> new StoredAction(action, source)).toList(),
                null);
    }

    private static CorporateAction action(LocalDate day, ActionKind kind, double value) {
        return new CorporateAction(day, kind, value);
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
