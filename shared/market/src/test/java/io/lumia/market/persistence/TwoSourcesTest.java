package io.lumia.market.persistence;

import static io.lumia.market.persistence.BooksUnderTest.bar;
import static io.lumia.market.persistence.BooksUnderTest.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.BarFlag;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.FactStore.Merged;
import io.lumia.market.MergeCounts;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.market.SourceDisagreement;
import io.lumia.market.SourceDisagreements;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of stocks Yahoo is preferred to Cboe, and closes that are apart by more than half a percent disagree. */
final class TwoSourcesTest {

    private static final Source YAHOO = source("yahoo", PriceBasis.SPLIT_ADJUSTED, "2015-01-05T23:00:00Z");
    private static final Source CBOE = source("cboe", PriceBasis.RAW, "2015-01-05T23:30:00Z");
    private static final Instant FIRST = Instant.parse("2015-01-05T23:00:00Z");
    private static final Instant SECOND = Instant.parse("2015-01-06T23:00:00Z");
    private static final Instant THIRD = Instant.parse("2015-01-07T23:00:00Z");
    private static final String DAY = "2015-01-05";

    private final BooksUnderTest books = new BooksUnderTest();
    private final Asset ibm = books.given(stock("IBM", null, null));

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void thePreferredSourcesBarStaysAndAgreementLeavesNoTrace() {
        load(YAHOO, FIRST, bar(DAY, 158.5));

        Merged other = load(CBOE, SECOND, bar(DAY, 158.9));

        assertThat(other.counts()).isEqualTo(new MergeCounts(0, 0, 1));
        assertThat(other.firstChanged()).isEmpty();
        assertThat(bars()).isEqualTo("158.5 0 yahoo");
        assertThat(open()).isEmpty();
    }

    @Test
    void aDisagreementFlagsTheBarThatStaysAndKeepsBothValues() {
        load(YAHOO, FIRST, bar(DAY, 158.5));

        Merged other = load(CBOE, SECOND, bar(DAY, 160));

        assertThat(other.counts().changed()).isZero();
        assertThat(bars()).isEqualTo("158.5 %d yahoo".formatted(BarFlag.SOURCES_DISAGREE.bit()));
        SourceDisagreement disagreement = open().getFirst();
        assertThat(disagreement.keptSource()).isEqualTo(YAHOO);
        assertThat(disagreement.keptValue()).isEqualTo(158.5);
        assertThat(disagreement.otherSource()).isEqualTo(CBOE);
        assertThat(disagreement.otherValue()).isEqualTo(160);
        assertThat(disagreement.relativeDifference()).isEqualTo(1.5 / 160);
        assertThat(disagreement.asset()).isEqualTo(ibm.id());
        assertThat(books.get(SourceDisagreements.class).countOpen()).isEqualTo(1);
        assertThat(books.query("SELECT flags FROM market.daily_bar_revision")).isEqualTo("0");
    }

    @Test
    void theToleranceIsTheLastDifferenceThatAgrees() {
        load(YAHOO, FIRST, bar(DAY, 199), bar("2015-01-06", 198.99));

        load(CBOE, SECOND, bar(DAY, 200), bar("2015-01-06", 200));

        assertThat(open()).extracting(SourceDisagreement::date).containsExactly(LocalDate.parse("2015-01-06"));
    }

    @Test
    void aFallbackFillsWhatIsMissing() {
        load(YAHOO, FIRST, bar("2015-01-02", 160));

        Merged other = load(CBOE, SECOND, bar("2015-01-02", 160), bar(DAY, 158.5));

        assertThat(other.counts()).isEqualTo(new MergeCounts(1, 0, 1));
        assertThat(bars()).isEqualTo("160 0 yahoo; 158.5 0 cboe");
    }

    @Test
    void thePreferredSourceReplacesAFallbackWhichIsKeptAsARevision() {
        load(CBOE, FIRST, bar(DAY, 158.9));

        Merged preferred = load(YAHOO, SECOND, bar(DAY, 158.5));

        assertThat(preferred.counts()).isEqualTo(new MergeCounts(0, 1, 0));
        assertThat(preferred.firstChanged()).containsKey(ibm);
        assertThat(bars()).isEqualTo("158.5 0 yahoo");
        assertThat(books.query("SELECT close FROM market.daily_bar_revision")).isEqualTo("158.9");
    }

    @Test
    void thePreferredSourceTakesOverABarThatSaysTheSame() {
        load(CBOE, FIRST, bar(DAY, 158.5));

        Merged preferred = load(YAHOO, SECOND, bar(DAY, 158.5));

        assertThat(preferred.counts()).isEqualTo(new MergeCounts(0, 0, 1));
        assertThat(bars()).isEqualTo("158.5 0 yahoo");
    }

    @Test
    void aPreferredSourceThatDisagreesWithTheFallbackIsFlagged() {
        load(CBOE, FIRST, bar(DAY, 162));

        load(YAHOO, SECOND, bar(DAY, 158.5));

        assertThat(bars()).isEqualTo("158.5 %d yahoo".formatted(BarFlag.SOURCES_DISAGREE.bit()));
        assertThat(open()).extracting(SourceDisagreement::otherValue).containsExactly(162.0);
    }

    @Test
    void aLaterBarThatAgreesResolvesItWhoeverCorrectsHimself() {
        load(YAHOO, FIRST, bar(DAY, 158.5), bar("2015-01-06", 156));
        load(CBOE, SECOND, bar(DAY, 160), bar("2015-01-06", 150));

        load(CBOE, THIRD, bar(DAY, 158.5));
        Merged corrected = load(YAHOO, THIRD, bar("2015-01-06", 150.1));

        assertThat(corrected.counts().revised()).isEqualTo(1);
        assertThat(bars()).isEqualTo("158.5 0 yahoo; 150.1 0 yahoo");
        assertThat(open()).isEmpty();
        assertThat(books.get(SourceDisagreements.class).latest(0, 10))
                .hasSize(2)
                .allMatch(disagreement -> THIRD.equals(disagreement.resolvedAt()));
    }

    @Test
    void theSameAnswersAgainChangeNothing() {
        load(YAHOO, FIRST, bar(DAY, 158.5));
        load(CBOE, SECOND, bar(DAY, 160));
        String before = books.query("SELECT xmin || ' ' || ctid FROM market.daily_bar")
                + books.query("SELECT xmin || ' ' || ctid FROM market.source_disagreement");

        load(CBOE, THIRD, bar(DAY, 160));
        Merged again = load(YAHOO, THIRD, bar(DAY, 158.5));
        load(source("yahoo", PriceBasis.SPLIT_ADJUSTED, "2015-01-07T23:00:00Z"), THIRD, bar(DAY, 158.5));

        assertThat(again.counts()).isEqualTo(new MergeCounts(0, 0, 1));
        assertThat(books.query("SELECT xmin || ' ' || ctid FROM market.daily_bar")
                        + books.query("SELECT xmin || ' ' || ctid FROM market.source_disagreement"))
                .isEqualTo(before);
    }

    @Test
    void closesAreComparedInTheSameShareUnits() {
        Asset apple = books.given(stock("AAPL", null, null));
        Source adjusted = source("yahoo", PriceBasis.SPLIT_ADJUSTED, "2020-09-01T00:00:00Z");
        Source raw = source("cboe", PriceBasis.RAW, "2020-09-01T00:00:00Z");
        var split = new CorporateAction(LocalDate.parse("2020-08-31"), ActionKind.SPLIT, 4);
        books.inTransaction(() -> books.get(FactStore.class)
                .mergeActions(new BatchStamp(UUID.randomUUID(), adjusted, FIRST), Map.of(apple, List.of(split))));
        load(apple, adjusted, FIRST, bar("2020-08-28", 124.8075));

        load(apple, raw, SECOND, bar("2020-08-28", 499.23));

        assertThat(books.get(SourceDisagreements.class).countOpen()).isZero();
        var inRawUnits =
                books.get(FactStore.class).recentBarsInUnitsOf(raw, List.of(apple), LocalDate.parse("2020-09-01"), 5);
        assertThat(inRawUnits.get(apple)).extracting(DailyBar::close).containsExactly(499.23);
    }

    private List<SourceDisagreement> open() {
        return books.get(SourceDisagreements.class)
                .open(ibm, LocalDate.parse("2015-01-01"), LocalDate.parse("2015-12-31"));
    }

    private String bars() {
        return books.query("""
                SELECT b.close || ' ' || b.flags || ' ' || s.provider
                  FROM market.daily_bar b JOIN market.source s USING (source_id)
                 ORDER BY b.trading_date
                """);
    }

    private Merged load(Source source, Instant learnedAt, DailyBar... bars) {
        return load(ibm, source, learnedAt, bars);
    }

    private Merged load(Asset asset, Source source, Instant learnedAt, DailyBar... bars) {
        var stamp = new BatchStamp(UUID.randomUUID(), source, learnedAt);
        return books.inTransaction(() -> books.get(FactStore.class).mergeBars(stamp, Map.of(asset, List.of(bars))));
    }

    private static Source source(String provider, PriceBasis basis, String asOf) {
        return new Source(provider, provider, Instant.parse(asOf), basis, "USD", "a licence", "a test");
    }
}
