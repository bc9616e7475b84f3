package io.lumia.market.persistence;

import static io.lumia.market.persistence.BooksUnderTest.MONDAY_EVENING;
import static io.lumia.market.persistence.BooksUnderTest.RAW;
import static io.lumia.market.persistence.BooksUnderTest.bar;
import static io.lumia.market.persistence.BooksUnderTest.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.BarDates;
import io.lumia.market.CorporateAction;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.Fundamental;
import io.lumia.market.MergeCounts;
import io.lumia.market.NewestBars;
import io.lumia.market.Observation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JdbcFactStoreTest {

    private static final Instant A_DAY_LATER = Instant.parse("2015-01-06T23:00:00Z");

    private final BooksUnderTest books = new BooksUnderTest();
    private final Asset ibm = books.given(stock("IBM", null, null));

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void insertsNewBarsAndNamesTheChangedDates() {
        var merged = books.load(ibm, MONDAY_EVENING, bar("2015-01-02", 160), bar("2015-01-05", 158.5));

        assertThat(merged.counts()).isEqualTo(new MergeCounts(2, 0, 0));
        assertThat(merged.firstChanged()).containsExactly(Map.entry(ibm, LocalDate.parse("2015-01-02")));
        assertThat(merged.lastChanged()).containsExactly(Map.entry(ibm, LocalDate.parse("2015-01-05")));
        assertThat(books.query("SELECT close FROM market.daily_bar ORDER BY trading_date"))
                .isEqualTo("160; 158.5");
    }

    @Test
    void touchesNoRowWhenTheSameBatchComesAgain() {
        books.load(ibm, MONDAY_EVENING, bar("2015-01-02", 160), bar("2015-01-05", 158.5));
        String before = books.query("SELECT xmin || ' ' || ctid FROM market.daily_bar ORDER BY trading_date");

        var again = books.load(ibm, A_DAY_LATER, bar("2015-01-02", 160), bar("2015-01-05", 158.5));

        assertThat(again.counts()).isEqualTo(new MergeCounts(0, 0, 2));
        assertThat(again.firstChanged()).isEmpty();
        assertThat(books.query("SELECT xmin || ' ' || ctid FROM market.daily_bar ORDER BY trading_date"))
                .isEqualTo(before);
        assertThat(books.query("SELECT count(*) FROM market.daily_bar_revision"))
                .isEqualTo("0");
    }

    @Test
    void keepsTheSupersededValueWithTheTimeItWasValid() {
        books.load(ibm, MONDAY_EVENING, bar("2015-01-02", 160), bar("2015-01-05", 158.5));

        var revised = books.load(ibm, A_DAY_LATER, bar("2015-01-02", 160), bar("2015-01-05", 159));

        assertThat(revised.counts()).isEqualTo(new MergeCounts(0, 1, 1));
        assertThat(revised.firstChanged()).containsEntry(ibm, LocalDate.parse("2015-01-05"));
        assertThat(books.query("""
                        SELECT close || ' ' || to_char(valid_from AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI')
                               || ' ' || to_char(valid_to AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI')
                          FROM market.daily_bar_revision
                        """)).isEqualTo("158.5 2015-01-05 23:00 2015-01-06 23:00");
    }

    @Test
    void leavesNothingInStaging() {
        books.load(ibm, MONDAY_EVENING, bar("2015-01-02", 160));

        assertThat(books.query("SELECT count(*) FROM market.daily_bar_staging")).isEqualTo("0");
    }

    @Test
    void isThereWhollyOrNotAtAll() {
        var stamp = new BatchStamp(UUID.randomUUID(), RAW, MONDAY_EVENING);

        assertThatThrownBy(() -> books.inTransaction(() -> {
                    books.get(FactStore.class).mergeBars(stamp, Map.of(ibm, List.of(bar("2015-01-02", 160))));
                    throw new IllegalStateException("the machine stops here");
                }))
                .hasMessageContaining("the machine stops here");

        assertThat(books.query("SELECT count(*) FROM market.daily_bar")).isEqualTo("0");
    }

    @Test
    void endsTheSameWhenTwoLoadersBringTheSameAssetAtOnce() {
        var one = CompletableFuture.supplyAsync(
                () -> books.load(ibm, MONDAY_EVENING, bar("2015-01-02", 160), bar("2015-01-05", 158.5)));
        var two = CompletableFuture.supplyAsync(
                () -> books.load(ibm, MONDAY_EVENING, bar("2015-01-02", 160), bar("2015-01-05", 158.5)));

        MergeCounts sum = one.join().counts().plus(two.join().counts());

        assertThat(sum).isEqualTo(new MergeCounts(2, 0, 2));
    }

    @Test
    void keepsNegativeObservations() {
        var stamp = new BatchStamp(UUID.randomUUID(), RAW, MONDAY_EVENING);

        books.inTransaction(() -> books.get(FactStore.class)
                .mergeObservations(
                        stamp, Map.of(ibm, List.of(new Observation(LocalDate.parse("2020-04-20"), -37.63)))));

        assertThat(books.query("SELECT value FROM market.observation")).isEqualTo("-37.63");
    }

    @Test
    void keepsDatesBefore1990AndYearsAhead() {
        var stamp = new BatchStamp(UUID.randomUUID(), RAW, MONDAY_EVENING);
        var old = new Observation(LocalDate.parse("1871-01-01"), 4.44);
        var coming = new Observation(LocalDate.parse("2027-06-30"), 1);

        books.inTransaction(
                () -> books.get(FactStore.class).mergeObservations(stamp, Map.of(ibm, List.of(old, coming))));

        assertThat(books.query("SELECT observation_date FROM market.observation ORDER BY 1"))
                .isEqualTo("1871-01-01; 2027-06-30");
    }

    @Test
    void keepsASplitAndADividendOfOneDay() {
        var stamp = new BatchStamp(UUID.randomUUID(), RAW, MONDAY_EVENING);
        LocalDate day = LocalDate.parse("2014-06-09");
        var actions = List.of(
                new CorporateAction(day, ActionKind.SPLIT, 7), new CorporateAction(day, ActionKind.DIVIDEND, 0.47));

        var merged = books.inTransaction(() -> books.get(FactStore.class).mergeActions(stamp, Map.of(ibm, actions)));

        assertThat(merged.counts().inserted()).isEqualTo(2);
        assertThat(books.get(FactStore.class).actions(List.of(ibm)).get(ibm))
                .containsExactlyInAnyOrderElementsOf(actions);
    }

    @Test
    void aRestatementStandsBesideTheFirstReport() {
        var store = books.get(FactStore.class);
        var first = fundamental("2016-02-20", 53.4e9);
        var restated = fundamental("2017-02-20", 52.9e9);

        books.inTransaction(() -> store.mergeFundamentals(
                new BatchStamp(UUID.randomUUID(), RAW, MONDAY_EVENING), Map.of(ibm, List.of(first))));
        books.inTransaction(() -> store.mergeFundamentals(
                new BatchStamp(UUID.randomUUID(), RAW, A_DAY_LATER), Map.of(ibm, List.of(first, restated))));

        assertThat(books.query("SELECT value FROM market.fundamental ORDER BY reported_at"))
                .isEqualTo("53400000000; 52900000000");
    }

    @Test
    void givesTheNewestBarsBeforeADayOldestFirst() {
        books.load(ibm, MONDAY_EVENING, bar("2014-12-31", 150), bar("2015-01-02", 160), bar("2015-01-05", 158.5));

        var recent = books.get(FactStore.class).recentBars(List.of(ibm), LocalDate.parse("2015-01-05"), 2);

        assertThat(recent.get(ibm)).extracting(b -> b.close()).containsExactly(150.0, 160.0);
    }

    @Test
    void saysOnWhichDaysThereIsABar() {
        Asset empty = books.given(stock("CAT", null, null));
        books.load(ibm, MONDAY_EVENING, bar("1989-12-29", 94), bar("2015-01-02", 160), bar("2015-01-05", 158.5));

        var dates = books.get(BarDates.class)
                .dates(List.of(ibm, empty), LocalDate.parse("1980-01-01"), LocalDate.parse("2015-01-02"));

        assertThat(dates.get(ibm)).containsExactly(LocalDate.parse("1989-12-29"), LocalDate.parse("2015-01-02"));
        assertThat(dates.get(empty)).isEmpty();
    }

    @Test
    void saysWhichBarIsTheNewest() {
        Asset empty = books.given(stock("CAT", null, null));
        books.load(ibm, MONDAY_EVENING, bar("1989-12-29", 94), bar("2015-01-02", 160), bar("2015-01-05", 158.5));

        var newest = books.get(NewestBars.class)
                .newest(List.of(ibm, empty), LocalDate.parse("1980-01-01"), LocalDate.parse("2015-01-04"));

        assertThat(newest).containsExactly(Map.entry(ibm, LocalDate.parse("2015-01-02")));
    }

    private static Fundamental fundamental(String reportedAt, double value) {
        return new Fundamental(
                "net_income",
                LocalDate.parse("2015-01-01"),
                LocalDate.parse("2015-12-31"),
                LocalDate.parse(reportedAt),
                false,
                value,
                "USD");
    }
}
