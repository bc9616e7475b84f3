package io.lumia.market.provider.nasdaq;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.AssetType;
import io.lumia.market.BarFlag;
import io.lumia.market.DailyBar;
import io.lumia.market.Dataset;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.Answers;
import io.lumia.market.provider.web.ProviderAccess;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NasdaqAdapterTest {

    private final NasdaqAdapter adapter = new NasdaqAdapter();
    private final Answers answers = new Answers(adapter);

    @Test
    void readsMoneyWithSignsOldestFirst() {
        ParsedAnswer rows = answers.rows("historical", "AAPL", answers.file("historical_AAPL.json"));

        assertThat(rows.bars())
                .extracting(ParsedAnswer.Row::value)
                .containsExactly(
                        new DailyBar(LocalDate.of(2026, 1, 15), 229, 231, 228, 230, 1_000, Double.NaN, 0),
                        new DailyBar(
                                LocalDate.of(2026, 9, 25), 336.04, 341.67, 334.53, 341.07, 30_002_510, Double.NaN, 0));
        assertThat(rows.bars().getFirst().line()).isEqualTo(2);
    }

    @Test
    void readsAFundsValueAsACloseOnly() {
        String body = historical(
                "VFIAX",
                "{\"date\":\"09/25/2026\",\"close\":\"$1,612.34\",\"volume\":\"N/A\","
                        + "\"open\":\"N/A\",\"high\":\"N/A\",\"low\":\"N/A\"}");

        DailyBar bar =
                answers.rows("historical", "VFIAX", body).bars().getFirst().value();

        assertThat(bar.close()).isEqualTo(1_612.34);
        assertThat(bar.has(BarFlag.CLOSE_ONLY)).isTrue();
        assertThat(bar.has(BarFlag.VOLUME_MISSING)).isTrue();
    }

    @Test
    void readsTheListOfShares() {
        ParsedAnswer rows = answers.rows("screener", "", answers.file("screener_rows.json"));

        assertThat(rows.assets()).hasSize(5);
        assertThat(rows.assets().getFirst().marketCap()).isEqualTo(66_410_099.0);
        assertThat(rows.assets().get(1).marketCap()).isNull();
        assertThat(rows.assets().getFirst().attributes()).containsEntry("ipo_year", "2008");
        assertThat(answers.outcome("screener", "NOSUCH", 200, answers.file("screener_rows.json")))
                .isEqualTo("symbol_unknown");
    }

    @Test
    void namesWhatItSaysInsteadOfRows() {
        assertThat(answers.outcome("historical", "NOSUCH", 200, status(400, "Symbol not exists.")))
                .isEqualTo("symbol_unknown");
        assertThat(answers.outcome(
                        "historical", "AAPL", 200, status(200, "Something went wrong. Please try again later.")))
                .isEqualTo("unreachable");
        assertThat(answers.outcome("historical", "SPY", 200, historical("SPY", "")))
                .isEqualTo("empty_confirmed");
        assertThat(answers.outcome("historical", "AAPL", 403, "<html>Access Denied</html>"))
                .isEqualTo("blocked");
    }

    @Test
    void believesNothingItDoesNotKnow() {
        String body = answers.file("historical_AAPL.json");

        assertThat(answers.outcome("historical", "MSFT", 200, body)).isEqualTo("schema_changed");
        assertThat(answers.outcome("screener", "AAPL", 200, body)).isEqualTo("schema_changed");
        assertThat(answers.outcome("historical", "AAPL", 200, body.substring(0, 150)))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("historical", "AAPL", 200, "")).isEqualTo("schema_changed");
        assertThat(answers.outcome("historical", "AAPL", 200, body.replace('/', '-')))
                .isEqualTo("schema_changed");
    }

    @Test
    void asksInTheRightAssetClass() {
        LocalDate today = LocalDate.of(2026, 9, 25);
        ProviderRequest request = new ProviderRequest(
                "", Dataset.BARS, List.of("VFIAX"), LocalDate.of(2026, 9, 1), today, AssetType.MUTUAL_FUND, null, null);

        assertThat(adapter.calls(request, new ProviderAccess("https://api.nasdaq.com", null, null, today)))
                .extracting(call -> call.address().toString())
                .containsExactly("https://api.nasdaq.com/api/quote/VFIAX/historical?assetclass=mutualfunds"
                        + "&fromdate=2026-09-01&todate=2026-09-25&limit=9999");
    }

    private static String historical(String symbol, String rows) {
        return ("{\"data\":{\"symbol\":\"%s\",\"totalRecords\":1,\"tradesTable\":{\"asOf\":null,\"rows\":[%s]}},"
                        + "\"message\":null,\"status\":{\"rCode\":200}}")
                .formatted(symbol, rows);
    }

    private static String status(int code, String message) {
        return ("{\"data\":null,\"message\":null,\"status\":{\"rCode\":%d,\"bCodeMessage\":"
                        + "[{\"code\":1001,\"errorMessage\":\"%s\"}],\"developerMessage\":null}}")
                .formatted(code, message);
    }
}
