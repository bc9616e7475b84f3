package io.lumia.functions.marketapi.fundamental;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.marketapi.ApiUnderTest;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FundamentalApiTest {

    private static final ApiUnderTest API = ApiUnderTest.shared();
    private static final String APPLE = "/api/v1/assets/AAPL/fundamentals";
    private static final String EARNINGS = "us-gaap:EarningsPerShareDiluted";

    @Test
    void showsBothBooksTheNewestPeriodFirst() {
        Answer answer = API.get(APPLE);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.column("metric", "data", "numbers"))
                .containsExactly(
                        "net_income",
                        EARNINGS,
                        "us-gaap:NetIncomeLoss",
                        "total_assets",
                        "us-gaap:Assets",
                        EARNINGS,
                        "us-gaap:NetIncomeLoss");
        assertThat(answer.column("period_end", "data", "numbers"))
                .startsWith("2014-09-27", "2014-09-27", "2014-09-27", "2013-09-28");
        assertThat(answer.at("pagination", "next_page_token")).isNull();
    }

    @Test
    void writesNumbersAsReportedWithWhereTheyStand() {
        Answer answer = API.get(APPLE + "?metric=us-gaap:NetIncomeLoss&start=2014-01-01");

        assertThat(answer.body()).contains("\"value\":39510000000,");
        Map<String, Object> number = answer.rows("data", "numbers").getFirst();
        assertThat(number)
                .containsEntry("period", "year")
                .containsEntry("period_start", "2013-09-29")
                .containsEntry("unit", "USD")
                .containsEntry("reported_at", "2014-10-27")
                .containsEntry("reported_at_assumed", false)
                .containsEntry("source", "sec_edgar");
        assertThat((Map<?, ?>) number.get("filing"))
                .isEqualTo(Map.of(
                        "accession", "0001193125-14-383437",
                        "form", "10-K",
                        "accepted_at", "2014-10-27T20:12:00Z",
                        "fiscal_year", 2014,
                        "fiscal_period", "FY"));
    }

    @Test
    void saysWhereTheDayOfTheReportIsAssumed() {
        Map<String, Object> assets =
                API.get(APPLE + "?metric=total_assets").rows("data", "numbers").getFirst();

        assertThat(assets)
                .containsEntry("period", "instant")
                .containsEntry("period_start", null)
                .containsEntry("reported_at", "2013-12-27")
                .containsEntry("reported_at_assumed", true)
                .containsEntry("filing", null);
    }

    /** After the split of seven for one 39.75 dollars a share were told as 5.68. */
    @Test
    void flagsRestatements() {
        Answer newest = API.get(APPLE + "?end=2013-09-28&metric=" + EARNINGS);
        Answer all = API.get(APPLE + "?end=2013-09-28&reports=all&metric=" + EARNINGS);

        assertThat(newest.column("value", "data", "numbers")).containsExactly(5.68);
        assertThat(newest.column("restates", "data", "numbers")).containsExactly(true);
        assertThat(all.column("value", "data", "numbers")).containsExactly(5.68, 39.75);
        assertThat(all.column("restates", "data", "numbers")).containsExactly(true, false);
        assertThat(all.column("superseded", "data", "numbers")).containsExactly(false, true);
    }

    @Test
    void aNumberToldTwiceTheSameWayIsNoRestatement() {
        Answer all = API.get(APPLE + "?end=2013-09-28&reports=all&metric=us-gaap:NetIncomeLoss");

        assertThat(all.column("restates", "data", "numbers")).containsExactly(false, false);
        assertThat(all.column("superseded", "data", "numbers")).containsExactly(false, false);
    }

    @Test
    void aFilingIsSeenFromItsAcceptanceOn() {
        Answer before = API.get(APPLE + "?as_of=2014-10-27T20:11:59Z&metric=" + EARNINGS);
        Answer from = API.get(APPLE + "?as_of=2014-10-27T20:12:00Z&metric=" + EARNINGS);

        assertThat(before.column("value", "data", "numbers")).containsExactly(39.75);
        assertThat(before.column("superseded", "data", "numbers")).containsExactly(false);
        assertThat(from.column("value", "data", "numbers")).containsExactly(6.45, 5.68);
    }

    /** New York's summer time was on: the close was at 20:00 UTC. */
    @Test
    void aReportIsSeenFromTheCloseOfItsDayOn() {
        String netIncome = APPLE + "?metric=net_income&as_of=";

        assertThat(API.get(netIncome + "2014-10-27T19:59:59Z").rows("data", "numbers"))
                .isEmpty();
        assertThat(API.get(netIncome + "2014-10-27T20:00:00Z").rows("data", "numbers"))
                .hasSize(1);
    }

    @Test
    void filtersByTheLengthOfThePeriod() {
        assertThat(API.get(APPLE + "?period=instant").column("metric", "data", "numbers"))
                .containsExactly("total_assets", "us-gaap:Assets");
        assertThat(API.get(APPLE + "?period=year").rows("data", "numbers")).hasSize(5);
        assertThat(API.get(APPLE + "?period=quarter").rows("data", "numbers")).isEmpty();
        assertThat(API.get(APPLE + "?period=other").rows("data", "numbers")).isEmpty();
    }

    @Test
    void pagesShowEveryNumberOnceAlsoWithinADay() {
        String all = APPLE + "?reports=all";
        for (int limit = 1; limit <= 4; limit++) {
            List<Map<String, Object>> shown = new ArrayList<>();
            String token = "";
            for (int page = 0; page < 10 && token != null; page++) {
                Answer answer = API.get(all + "&limit=" + limit + (token.isEmpty() ? "" : "&page_token=" + token));
                shown.addAll(answer.rows("data", "numbers"));
                token = (String) answer.at("pagination", "next_page_token");
            }

            assertThat(shown).hasSize(9).isEqualTo(API.get(all).rows("data", "numbers"));
            assertThat(new HashSet<>(shown)).hasSize(9);
        }
    }

    @Test
    void anAssetWithoutReportsSaysSo() {
        Answer answer = API.get("/api/v1/assets/SPY/fundamentals");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.rows("data", "numbers")).isEmpty();
        assertThat(String.valueOf(answer.at("metadata", "warnings"))).contains("SPY");
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        Answer answer = API.get(APPLE
                + "?metric=a%20b&period=month&reports=first&start=2014-02-01&end=2014-01-01&limit=2001&shape=rows");

        assertThat(answer.refused())
                .containsExactlyInAnyOrder("metric", "period", "reports", "start", "limit", "shape");
        assertThat(API.get("/api/v1/assets/NOSUCH/fundamentals").status()).isEqualTo(404);
    }
}
