package io.lumia.functions.marketapi.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.functions.marketapi.ApiUnderTest;
import io.lumia.kernel.access.Principal;
import io.lumia.platform.http.Admission;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverviewApiTest {

    private static final ApiUnderTest API = ApiUnderTest.shared();
    private static final String OVERVIEW = "/api/v1/market/overview";

    @Test
    void saysWhichSessionItDescribesAndWhichItShould() {
        Answer answer = API.get(OVERVIEW);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("data", "session")).isEqualTo("2014-12-31");
        assertThat(answer.at("data", "expected_session")).isEqualTo("2014-12-31");
        assertThat(answer.column("calendar", "data", "freshness")).containsExactly("united_states", "daily");
        assertThat(answer.at("data", "freshness", 0)).isEqualTo(freshness("united_states", "2014-12-31", 3, 2));
        assertThat(answer.at("data", "freshness", 1)).isEqualTo(freshness("daily", "2015-01-01", 1, 1));
    }

    private static Map<String, Object> freshness(String calendar, String session, int assets, int fresh) {
        return Map.of(
                "calendar", calendar,
                "session", session,
                "expected_session", session,
                "assets", assets,
                "fresh", fresh,
                "behind", assets - fresh);
    }

    /** SPY stands still at 200, BTC-USD has its second bar six days after the first, the oil fund has none since June. */
    @Test
    void countsWhatRoseAndFell() {
        assertThat(API.get(OVERVIEW).at("data", "breadth"))
                .isEqualTo(
                        Map.of("assets", 4, "advancers", 0, "decliners", 2, "unchanged", 1, "unknown", 0, "stale", 1));
    }

    @Test
    void showsClosesAsStoredAndReturnsAsTheSignalsHaveThem() {
        Answer answer = API.get(OVERVIEW);
        Map<?, ?> apple = asset(answer, "Technology");
        Answer signals = API.get("/api/v1/signals/AAPL");

        assertThat(apple.get("close")).isEqualTo(110.38);
        assertThat(apple.get("signal_date")).isEqualTo("2014-12-31");
        assertThat(apple.get("market_cap")).isEqualTo(643000000000L);
        for (String signal : List.of("return_1d", "return_30d", "average_dollar_volume_20d")) {
            assertThat(apple.get(signal)).isEqualTo(signals.at("data", "latest_signals", signal));
        }
        assertThat(apple.get("sentiment")).isEqualTo(signals.at("data", "latest_signals", "avg_sentiment"));
    }

    @Test
    void ofASectorWithOneAssetEverythingIsTheAssets() {
        Answer answer = API.get(OVERVIEW);
        Map<?, ?> technology = sector(answer, "Technology");
        Map<?, ?> apple = asset(answer, "Technology");

        assertThat(technology.get("assets")).isEqualTo(1);
        assertThat((Double) technology.get("weighted_return_1d")).isCloseTo(110.38 / 112.52 - 1, within(1e-11));
        assertThat(technology.get("median_return_1d")).isEqualTo(technology.get("weighted_return_1d"));
        assertThat(((Number) technology.get("dollar_volume")).doubleValue())
                .isCloseTo(((Number) apple.get("average_dollar_volume_20d")).doubleValue(), within(1.0));
        assertThat(technology.get("texts")).isEqualTo(2);
        assertThat(sector(answer, "Energy").get("stale")).isEqualTo(1);
        assertThat((List<?>) sector(answer, "Energy").get("largest")).isEmpty();
    }

    /** Apple's two stories: 0.6 at 15:00 the day before, 0.4 at 15:00 of the day; after 24 hours a text counts half. */
    @Test
    void thePulseListsWhoIsWrittenAbout() {
        Answer answer = API.get(OVERVIEW);

        assertThat(answer.at("data", "sentiment", "texts")).isEqualTo(4);
        assertThat(answer.column("symbol", "data", "sentiment", "positive")).containsExactly("AAPL");
        assertThat(answer.column("symbol", "data", "sentiment", "negative")).containsExactly("SPY");
        assertThat((Double) answer.at("data", "sentiment", "positive", 0, "sentiment"))
                .isCloseTo((0.4 * 1 + 0.6 * 0.5) / 1.5, within(1e-9));
    }

    @Test
    void writesNumbersOut() {
        assertThat(API.get(OVERVIEW).body()).doesNotContainPattern("\\dE\\d").contains("4945407196.1475");
    }

    @Test
    void moversAreThoseThatTradeEnough() {
        Answer answer = API.get(OVERVIEW);

        assertThat(answer.rows("data", "movers", "up")).isEmpty();
        assertThat(answer.column("symbol", "data", "movers", "down")).containsExactly("AAPL");
        assertThat(answer.at("data", "movers", "least_dollar_volume")).isEqualTo(100_000);
    }

    @Test
    void whoMayNotSeeSignalsSeesNoSentiment() {
        Answer answer = API.sendAs(new Admission(Principal.ANONYMOUS, null), "GET", OVERVIEW, Map.of(), null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("data", "sentiment")).isNull();
        assertThat(asset(answer, "Technology").get("sentiment")).isNull();
        assertThat(sector(answer, "Technology").get("texts")).isNull();
        assertThat(asset(answer, "Technology").get("return_1d")).isNotNull();
        assertThat(String.valueOf(answer.at("metadata", "warnings"))).contains("signals:read");
    }

    @Test
    void noSharedCacheKeepsWhatDependsOnTheCaller() {
        Answer answer = API.get(OVERVIEW);

        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=300");
        assertThat(answer.header("Vary")).isEqualTo("Accept, Authorization, X-API-Key");
    }

    @Test
    void asOfNowEqualsWhatIsStored() {
        Answer stored = API.get(OVERVIEW);
        Answer computed = API.get(OVERVIEW + "?as_of=2015-01-02T12:00:00Z");

        for (String part : List.of("session", "expected_session", "movers", "sentiment")) {
            assertThat(withoutMarketCap(computed.at("data", part)))
                    .as(part)
                    .isEqualTo(withoutMarketCap(stored.at("data", part)));
        }
        assertThat(withoutMarketCap(sector(computed, "Technology")))
                .isEqualTo(withoutMarketCap(sector(stored, "Technology")));
    }

    private static String withoutMarketCap(Object part) {
        return String.valueOf(part).replaceAll("market_cap=[^,]*,", "");
    }

    @Test
    void anEarlierInstantKnowsNothingOfLaterDays() {
        Answer answer = API.get(OVERVIEW + "?as_of=2014-12-30T22:00:00Z");
        Map<?, ?> apple = asset(answer, "Technology");

        assertThat(answer.at("data", "session")).isEqualTo("2014-12-30");
        assertThat(apple.get("close")).isEqualTo(112.52);
        assertThat(apple.get("market_cap")).isNull();
        assertThat((Double) apple.get("sentiment")).isCloseTo(0.6, within(1e-9));
        assertThat(apple.get("texts")).isEqualTo(1);
        assertThat(String.valueOf(answer.at("metadata", "warnings"))).contains("today's");
    }

    /** The first batch had the close of 2014-09-15 wrong; the books learned better on the last day of the year. */
    @Test
    void aLaterCorrectionIsNotSeenBefore() {
        Map<?, ?> then = asset(API.get(OVERVIEW + "?as_of=2014-09-15T22:00:00Z"), "Technology");
        Map<?, ?> held = asset(API.get(OVERVIEW + "?as_of=2014-10-01T00:00:00Z"), "Technology");

        assertThat(then.get("close")).isEqualTo(101.5);
        assertThat(held.get("signal_date")).isEqualTo("2014-09-30");
    }

    @Test
    void aDelistedAssetIsSeenWhileItLived() {
        Answer answer = API.get(OVERVIEW + "?as_of=2012-12-27T22:00:00Z");

        assertThat(asset(answer, "Energy").get("name")).isEqualTo("Old Company");
        assertThat(asset(answer, "Energy").get("close")).isEqualTo(0.06);
    }

    @Test
    void refusesNumbersOutOfBounds() {
        assertThat(API.get(OVERVIEW + "?per_sector=51&movers=0&sector=x").refused())
                .containsExactlyInAnyOrder("per_sector", "movers", "sector");
    }

    private static Map<?, ?> sector(Answer answer, String name) {
        return answer.rows("data", "sectors").stream()
                .filter(sector -> name.equals(sector.get("sector")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<?, ?> asset(Answer answer, String sector) {
        return (Map<?, ?>) ((List<?>) sector(answer, sector).get("largest")).getFirst();
    }
}
