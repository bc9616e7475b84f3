package io.lumia.market.provider.alphavantage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.ActionKind;
import io.lumia.market.AssetType;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.Dataset;
import io.lumia.market.Quote;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.Answers;
import io.lumia.market.provider.web.ProviderAccess;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlphaVantageAdapterTest {

    private static final String DAILY = """
            {"Meta Data":{"1. Information":"Daily Prices","2. Symbol":"IBM","3. Last Refreshed":"%s",
            "4. Output Size":"Compact","5. Time Zone":"US/Eastern"},"Time Series (Daily)":{
            "2025-10-31":{"1. open":"306.1","2. high":"310","3. low":"305","4. close":"307.41","5. volume":"5610200"},
            "2025-10-30":{"1. open":"309","2. high":"312","3. low":"308","4. close":"310.06","5. volume":"4000000"}}}""";

    private final AlphaVantageAdapter adapter = new AlphaVantageAdapter();
    private final Answers answers = new Answers(adapter);

    @Test
    void readsAdjustedDaysFromCsvOldestFirst() {
        ParsedAnswer rows = answers.rows("daily_adjusted", "MSFT", answers.file("daily_adjusted_MSFT.csv"));

        assertThat(rows.bars()).hasSize(69);
        assertThat(rows.bars().getLast().value())
                .isEqualTo(
                        new DailyBar(LocalDate.of(2018, 11, 12), 109.42, 109.95, 106.1, 106.76, 15_410_473, 106.76, 0));
        assertThat(rows.actions())
                .extracting(ParsedAnswer.Row::value)
                .containsExactly(new CorporateAction(LocalDate.of(2018, 8, 15), ActionKind.DIVIDEND, 0.42));
    }

    @Test
    void readsDaysFromJsonAndLeavesOutTheRunningOne() {
        ParsedAnswer closed = answers.rows("daily", "IBM", DAILY.formatted("2025-10-31"));
        ParsedAnswer running = answers.rows("daily", "IBM", DAILY.formatted("2025-10-31 11:30:00"));

        assertThat(closed.bars()).hasSize(2);
        assertThat(closed.bars().getLast().value().close()).isEqualTo(307.41);
        assertThat(running.bars()).extracting(row -> row.value().date()).containsExactly(LocalDate.of(2025, 10, 30));
    }

    /** 2018-11-12 stands for a November that had not ended. */
    @Test
    void turnsMonthsIntoQuotesAndNeverIntoBars() {
        ParsedAnswer rows = answers.rows("monthly_adjusted", "MSFT", answers.file("monthly_adjusted_MSFT.csv"));

        assertThat(rows.bars()).isEmpty();
        assertThat(rows.actions()).isEmpty();
        assertThat(rows.quotes()).hasSize(18);
        assertThat(rows.quotes().getLast().value())
                .isEqualTo(new Quote(
                        Instant.parse("2018-10-01T04:00:00Z"), 114.75, 116.18, 100.11, 106.81, 927_547_942, "USD"));
        assertThat(answers.outcome("daily", "MSFT", 200, answers.file("monthly_adjusted_MSFT.csv")))
                .isEqualTo("schema_changed");
    }

    @Test
    void readsMinutesInNewYorkTime() {
        ParsedAnswer rows = answers.rows("intraday", "MSFT", answers.file("intraday_MSFT_1min.json"));

        assertThat(rows.quotes()).hasSize(3);
        assertThat(rows.quotes().getLast().value())
                .isEqualTo(new Quote(Instant.parse("2017-12-18T19:56:00Z"), 86.49, 86.5, 86.475, 86.5, 10_494, "USD"));
    }

    @Test
    void readsSnapshotsAndSearches() {
        ParsedAnswer quote = answers.rows("global_quote", "MSFT", answers.file("global_quote_MSFT.json"));
        ParsedAnswer rate = answers.rows("fx_rate", "BTC-CNY", answers.file("fx_rate_BTC_CNY.json"));
        ParsedAnswer search = answers.rows("symbol_search", "BA", answers.file("symbol_search_BA.json"));

        assertThat(quote.quotes().getFirst().value().price()).isEqualTo(112.13);
        assertThat(rate.quotes().getFirst().value().price()).isEqualTo(109_631.430607);
        assertThat(rate.quotes().getFirst().value().time()).isEqualTo(Instant.parse("2017-12-20T19:23:21Z"));
        assertThat(search.assets())
                .extracting(asset -> asset.symbol() + " " + asset.currency())
                .containsExactly("BA USD", "BABA USD", "BSVN USD", "6190.HKG HKD");
        assertThat(answers.outcome("global_quote", "NOSUCH", 200, "{\"Global Quote\":{}}"))
                .isEqualTo("symbol_unknown");
    }

    @Test
    void tellsWhatItSaysInsideATwoHundredApart() {
        assertThat(answers.outcome("daily", "NOSUCH", 200, answers.file("invalid_symbol_200.json")))
                .isEqualTo("symbol_unknown");
        assertThat(answers.outcome("daily", "IBM", 200, answers.file("rate_limit_note_200.json")))
                .isEqualTo("throttled");
        assertThat(outcome("Information", "Burst pattern detected. Please query no more than 30 requests per second."))
                .isEqualTo("throttled");
        assertThat(outcome(
                        "Information",
                        "Please consider spreading out your free API requests more sparingly. You may subscribe to lift"
                                + " the free key rate limit (25 requests per day)"))
                .isEqualTo("throttled");
        assertThat(
                        outcome(
                                "Information",
                                "We have detected your API key as ABC123 and our standard API rate limit is 25 requests per day."))
                .isEqualTo("plan_limit");
        assertThat(outcome("Information", "Thank you! This is a premium endpoint."))
                .isEqualTo("plan_limit");
        assertThat(outcome("Error Message", "the parameter apikey is invalid or missing."))
                .isEqualTo("bad_key");
    }

    @Test
    void neverRepeatsTheKey() {
        String body =
                "{\"Information\":\"We have detected your API key as ABC123 and our limit is 25 requests per day.\"}";

        assertThat(answers.refusal("daily", "IBM", 200, body).detail()).doesNotContain("ABC123");
    }

    @Test
    void believesNothingItDoesNotKnow() {
        String csv = answers.file("daily_adjusted_MSFT.csv");

        assertThat(answers.outcome("daily", "IBM", 200, "{}")).isEqualTo("schema_changed");
        assertThat(answers.outcome("daily", "MSFT", 200, answers.file("intraday_MSFT_1min.json")))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("daily", "MSFT", 200, DAILY.formatted("2025-10-31")))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("daily_adjusted", "IBM", 200, DAILY.formatted("2025-10-31")))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("daily_adjusted", "MSFT", 200, csv.substring(0, 150)))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("daily_adjusted", "MSFT", 200, csv.substring(0, csv.length() - 4)))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("weekly", "MSFT", 200, csv)).isEqualTo("schema_changed");
        assertThat(answers.outcome("daily", "IBM", 200, "<html></html>")).isEqualTo("schema_changed");
    }

    @Test
    void asksForTheFreeHundredDays() {
        LocalDate today = LocalDate.of(2026, 11, 2);
        ProviderRequest request = new ProviderRequest(
                "", Dataset.BARS, List.of("IBM"), today.minusDays(9), today, AssetType.STOCK, null, null);

        assertThat(adapter.calls(request, new ProviderAccess("https://www.alphavantage.co", "k", null, today)))
                .extracting(call -> call.address().toString())
                .containsExactly("https://www.alphavantage.co/query?function=TIME_SERIES_DAILY&outputsize=compact"
                        + "&symbol=IBM&datatype=json&apikey=k");
        assertThat(adapter.calls(request, new ProviderAccess("https://www.alphavantage.co", null, null, today)))
                .isEmpty();
    }

    private String outcome(String key, String message) {
        return answers.outcome("daily", "IBM", 200, "{\"%s\":\"%s\"}".formatted(key, message));
    }
}
