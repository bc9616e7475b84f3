package io.lumia.functions.plancollection;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.collection.Coverage;
import io.lumia.functions.plancollection.CollectionPlan.Knowledge;
import io.lumia.kernel.AsOf;
import io.lumia.market.Dataset;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.market.provider.ProviderCatalog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CollectionPlanTest {

    /** 18:00 in New York. */
    private static final String FRIDAY_EVENING = "2015-01-09T23:00:00Z";

    private static final LocalDate THURSDAY = LocalDate.parse("2015-01-08");
    private static final LocalDate FRIDAY = LocalDate.parse("2015-01-09");

    private final Map<Dataset, List<String>> offered = new HashMap<>();
    private final Map<Dataset, Map<String, Coverage>> covered = new HashMap<>();
    private final Map<String, ExchangeCalendar> calendars = new HashMap<>();
    private String sourceAsOf = "2020-12-31T23:59:59Z";

    @Test
    void asksForAllHistoryTheFirstTimeInTheOrderOfTheStages() {
        offered.put(Dataset.BARS, List.of("IBM", "SPY"));
        offered.put(Dataset.ASSETS, List.of("IBM", "SPY"));
        offered.put(Dataset.ACTIONS, List.of("IBM"));

        List<Request> requests = decide(FRIDAY_EVENING);

        assertThat(requests)
                .containsExactly(
                        new Request(Dataset.ASSETS, List.of("IBM", "SPY"), null, FRIDAY),
                        new Request(Dataset.ACTIONS, List.of("IBM"), null, FRIDAY),
                        new Request(Dataset.BARS, List.of("IBM", "SPY"), null, FRIDAY));
    }

    @Test
    void goesOnFromWhatWasCollectedWithAnOverlapOfFiveSessions() {
        givenBarsCollectedTo(THURSDAY, "IBM");

        List<Request> requests = decide(FRIDAY_EVENING);

        // The five sessions up to Thursday, 8 January 2015: 2, 5, 6, 7 and 8 January.
        assertThat(requests)
                .containsExactly(new Request(Dataset.BARS, List.of("IBM"), LocalDate.parse("2015-01-02"), FRIDAY));
    }

    @Test
    void asksForNothingOnAWeekend() {
        givenBarsCollectedTo(FRIDAY, "IBM");

        assertThat(decide("2015-01-10T23:00:00Z")).isEmpty();
        assertThat(decide("2015-01-11T23:00:00Z")).isEmpty();
        assertThat(decide("2015-01-12T23:00:00Z")).hasSize(1);
    }

    @Test
    void asksForNothingOnAHolidayOfTheExchange() {
        givenBarsCollectedTo(LocalDate.parse("2015-01-16"), "IBM");

        // Monday, 19 January 2015, was Martin Luther King Day.
        assertThat(decide("2015-01-19T23:00:00Z")).isEmpty();
    }

    @Test
    void doesNotAskForASessionThatIsStillOpen() {
        givenBarsCollectedTo(LocalDate.parse("2015-01-07"), "IBM");

        assertThat(decide("2015-01-09T20:59:59Z")).extracting(Request::to).containsExactly(THURSDAY);
        assertThat(decide("2015-01-09T21:00:00Z")).extracting(Request::to).containsExactly(FRIDAY);
    }

    @Test
    void asksForCryptoOnAWeekendUpToTheDayThatHasEnded() {
        givenBarsCollectedTo(FRIDAY, "IBM", "BTC-USD");
        calendars.put("BTC-USD", ExchangeCalendar.DAILY);

        List<Request> requests = decide("2015-01-11T23:00:00Z");

        assertThat(requests)
                .containsExactly(new Request(
                        Dataset.BARS,
                        List.of("BTC-USD"),
                        LocalDate.parse("2015-01-05"),
                        LocalDate.parse("2015-01-10")));
    }

    @Test
    void asksForNothingThatTheSourceCannotKnow() {
        sourceAsOf = "2015-01-08T23:59:59Z";
        givenBarsCollectedTo(THURSDAY, "IBM");

        assertThat(decide(FRIDAY_EVENING)).isEmpty();
    }

    @Test
    void aSourceDatedWithADayKnowsThatDayOfAMarketThatNeverCloses() {
        sourceAsOf = "2015-01-10T23:59:59Z";
        offered.put(Dataset.BARS, List.of("BTC-USD"));
        calendars.put("BTC-USD", ExchangeCalendar.DAILY);

        assertThat(decide("2015-02-01T00:00:00Z"))
                .extracting(Request::to)
                .containsExactly(LocalDate.parse("2015-01-10"));
    }

    @Test
    void asksForANewSymbolFromItsBeginningBesideTheOthers() {
        givenBarsCollectedTo(THURSDAY, "IBM");
        offered.put(Dataset.BARS, List.of("IBM", "NEW"));

        assertThat(decide(FRIDAY_EVENING))
                .containsExactly(
                        new Request(Dataset.BARS, List.of("IBM"), LocalDate.parse("2015-01-02"), FRIDAY),
                        new Request(Dataset.BARS, List.of("NEW"), null, FRIDAY));
    }

    @Test
    void beginsAnewWithASymbolThatOurBooksHaveComeToKnow() {
        givenBarsCollectedTo(FRIDAY, "IBM", "NEW");
        covered.get(Dataset.BARS).put("NEW", new Coverage(FRIDAY, false));

        assertThat(decide(FRIDAY_EVENING)).containsExactly(new Request(Dataset.BARS, List.of("NEW"), null, FRIDAY));

        calendars.remove("NEW");

        assertThat(decide(FRIDAY_EVENING)).isEmpty();
    }

    @Test
    void asksForDescriptionsOnlyTogetherWithSomethingNew() {
        offered.put(Dataset.ASSETS, List.of("IBM"));
        covered.put(Dataset.ASSETS, Map.of("IBM", new Coverage(THURSDAY, true)));
        givenBarsCollectedTo(FRIDAY, "IBM");

        assertThat(decide(FRIDAY_EVENING)).isEmpty();
        assertThat(decide("2015-01-12T23:00:00Z"))
                .extracting(Request::dataset)
                .containsExactly(Dataset.ASSETS, Dataset.BARS);
    }

    @Test
    void looksBackLongEnoughForAYearlyValue() {
        offered.put(Dataset.OBSERVATIONS, List.of("GDP"));
        calendars.put("GDP", ExchangeCalendar.WEEKDAYS);
        covered.put(Dataset.OBSERVATIONS, Map.of("GDP", new Coverage(THURSDAY, true)));

        LocalDate from = decide(FRIDAY_EVENING).getFirst().from();

        assertThat(from).isEqualTo(THURSDAY.minusDays(500)).isBefore(LocalDate.parse("2014-01-01"));
    }

    @Test
    void cutsSymbolsIntoItemsOfBoundedSize() {
        List<String> many = IntStream.range(0, 1_030).mapToObj(i -> "S" + i).toList();
        offered.put(Dataset.ASSETS, many);
        offered.put(Dataset.BARS, many);

        List<Request> requests = decide(FRIDAY_EVENING);

        assertThat(requests)
                .filteredOn(r -> r.dataset() == Dataset.ASSETS)
                .extracting(r -> r.symbols().size())
                .containsExactly(1_000, 30);
        assertThat(requests).filteredOn(r -> r.dataset() == Dataset.BARS).hasSize(42);
        assertThat(requests.stream().filter(r -> r.dataset() == Dataset.BARS).flatMap(r -> r.symbols().stream()))
                .containsExactlyElementsOf(many);
    }

    @Test
    void collectsAWantedRangeWhateverWasCollected() {
        givenBarsCollectedTo(FRIDAY, "IBM");

        List<Request> backfill = decide(FRIDAY_EVENING, LocalDate.parse("2010-01-04"), LocalDate.parse("2010-12-31"));
        List<Request> tooEarly = decide(FRIDAY_EVENING, LocalDate.parse("2015-01-12"), null);

        assertThat(backfill)
                .containsExactly(new Request(
                        Dataset.BARS, List.of("IBM"), LocalDate.parse("2010-01-04"), LocalDate.parse("2010-12-31")));
        assertThat(tooEarly).isEmpty();
    }

    private void givenBarsCollectedTo(LocalDate day, String... symbols) {
        offered.put(Dataset.BARS, List.of(symbols));
        Map<String, Coverage> coverage = new HashMap<>();
        for (String symbol : symbols) {
            coverage.put(symbol, new Coverage(day, true));
            calendars.put(symbol, ExchangeCalendar.UNITED_STATES);
        }
        covered.put(Dataset.BARS, coverage);
    }

    private List<Request> decide(String now) {
        return decide(now, null, null);
    }

    private List<Request> decide(String now, @Nullable LocalDate from, @Nullable LocalDate to) {
        Source source =
                new Source("bundle", "demo", Instant.parse(sourceAsOf), PriceBasis.RAW, "USD", "CC0-1.0", "a test");
        return CollectionPlan.decide(
                new Knowledge(
                        List.of(Dataset.values()),
                        new ProviderCatalog(source, offered, List.of()),
                        covered,
                        calendars,
                        AsOf.of(Instant.parse(now))),
                from,
                to);
    }
}
