package io.lumia.market.provider.yahoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.ActionKind;
import io.lumia.market.AssetType;
import io.lumia.market.BarFlag;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.Dataset;
import io.lumia.market.Fundamental;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Quote;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.Answers;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.WebCall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class YahooAdapterTest {

    private static final ProviderAccess ACCESS =
            new ProviderAccess("https://query1.finance.yahoo.com", null, null, LocalDate.of(2026, 11, 2));

    private final YahooAdapter adapter = new YahooAdapter();
    private final Answers answers = new Answers(adapter);

    @Test
    void readsBarsSplitAndDividendOfApple() {
        ParsedAnswer rows = answers.rows("chart", "AAPL", answers.file("chart_AAPL_split_and_dividend.json"));

        assertThat(rows.bars()).hasSize(49);
        assertThat(rows.bars().getFirst().value())
                .isEqualTo(new DailyBar(
                        LocalDate.of(2020, 8, 31), 127.58, 131.0, 126.0, 129.04, 225_702_700, 125.82674, 0));
        assertThat(rows.actions())
                .extracting(ParsedAnswer.Row::value)
                .containsExactly(
                        new CorporateAction(LocalDate.of(2020, 8, 31), ActionKind.SPLIT, 4),
                        new CorporateAction(LocalDate.of(2020, 11, 6), ActionKind.DIVIDEND, 0.205));
        assertThat(rows.assets().getFirst().exchangeMic()).isEqualTo("XNAS");
        assertThat(rows.assets().getFirst().firstDate()).isEqualTo(LocalDate.of(1980, 12, 12));
    }

    @Test
    void leavesOutDaysThatWereNotAskedFor() {
        LocalDate day = LocalDate.of(2020, 9, 1);
        ReadContext context =
                new ReadContext("chart", "AAPL", List.of("AAPL"), AssetType.STOCK, day, day, Answers.RECEIVED);

        ParsedAnswer rows = Answers.rows(adapter.read(
                context, Answers.response(200, answers.file("chart_AAPL_split_and_dividend.json"), Map.of())));

        assertThat(rows.bars()).extracting(row -> row.value().date()).containsExactly(day);
        assertThat(rows.actions()).isEmpty();
    }

    @Test
    void datesBarsByTheExchangesOwnDay() {
        assertThat(onlyBar("BTC-USD", "chart_crypto_BTC-USD.json", 0).date()).isEqualTo(LocalDate.of(2020, 1, 1));
        assertThat(onlyBar("GC=F", "chart_future_GC=F.json", 0).date()).isEqualTo(LocalDate.of(2020, 1, 2));
        assertThat(onlyBar("EURUSD", "chart_fx_EURUSD.json", 2).date()).isEqualTo(LocalDate.of(2020, 1, 3));
    }

    /** Sydney opens at 10:00 in summer, 23:00 UTC of the day before; London's midnight in summer is 23:00 UTC as well. */
    @Test
    void datesSydneyAndSummerCurrenciesADayAfterUtc() {
        String sydney = chart("CBA.AX", "AUD", "EQUITY", "Australia/Sydney", 1_736_722_800L, "155.2", "10");
        String london = chart("EURUSD=X", "USD", "CURRENCY", "Europe/London", 1_720_047_600L, "1.08", "0");

        assertThat(answers.rows("chart", "CBA.AX", sydney)
                        .bars()
                        .getFirst()
                        .value()
                        .date())
                .isEqualTo(LocalDate.of(2025, 1, 13));
        assertThat(answers.rows("chart", "EURUSD", london)
                        .bars()
                        .getFirst()
                        .value()
                        .date())
                .isEqualTo(LocalDate.of(2024, 7, 4));
    }

    @Test
    void saysThatFundsAndCurrenciesHaveNoVolume() {
        DailyBar fund = onlyBar("0P000071W8.TO", "chart_mutual_fund_0P000071W8.TO.json", 0);

        assertThat(fund.close()).isEqualTo(73.72);
        assertThat(fund.volume()).isNaN();
        assertThat(fund.has(BarFlag.VOLUME_MISSING)).isTrue();
    }

    @Test
    void rejectsADayWithoutACloseAndKeepsTheOthers() {
        ParsedAnswer rows = answers.rows("chart", "MUV2.DE", answers.file("chart_null_close_MUV2.DE.json"));

        assertThat(rows.bars()).hasSize(123);
        assertThat(rows.bars().getFirst().value().close()).isEqualTo(188.55);
        assertThat(rows.bars().getFirst().value().has(BarFlag.CLOSE_ONLY)).isTrue();
        assertThat(rows.rejected()).hasSize(1);
        assertThat(rows.rejected().getFirst().reason()).isEqualTo(QuarantineReason.MISSING_VALUE);
        assertThat(rows.rejected().getFirst().line()).isEqualTo(17);
    }

    @Test
    void dividesPenceByAHundred() {
        String body = chart("VOD.L", "GBp", "EQUITY", "Europe/London", 1_704_182_400L, "70.44999694824219", "5");

        ParsedAnswer rows = answers.rows("chart", "VOD.L", body);

        assertThat(rows.bars().getFirst().value().close()).isEqualTo(0.7045);
        assertThat(rows.assets().getFirst().currency()).isEqualTo("GBP");
    }

    /** New York, 2025-02-20: the session from 14:30 to 21:00 UTC was running at 15:00 and over at 21:00. */
    @Test
    void leavesOutTheBarOfASessionThatStillRuns() {
        String body = answers.file("chart_AAPL_split_and_dividend.json").replace("1604673000]", "1740061800]");

        assertThat(datesAt(body, "Thu, 20 Feb 2025 15:00:00 GMT")).hasSize(48);
        assertThat(datesAt(body, "Thu, 20 Feb 2025 21:00:00 GMT")).hasSize(49).endsWith(LocalDate.of(2025, 2, 20));
    }

    @Test
    void turnsMinutesIntoQuotesAndNeverIntoBars() {
        String body = chart("AAPL", "USD", "EQUITY", "America/New_York", 1_604_673_000L, "118.5", "100")
                .replace("\"1d\"", "\"1m\"");

        ParsedAnswer rows = answers.rows("chart", "AAPL", body);

        assertThat(rows.bars()).isEmpty();
        Quote quote = rows.quotes().getFirst().value();
        assertThat(quote.time()).isEqualTo(Instant.parse("2020-11-06T14:30:00Z"));
        assertThat(quote.price()).isEqualTo(118.5);
    }

    @Test
    void readsAnnualFundamentals() {
        ParsedAnswer rows = answers.rows("fundamentals", "AAPL", answers.file("fundamentals_AAPL_annual.json"));

        assertThat(rows.fundamentals()).hasSize(9);
        assertThat(rows.fundamentals())
                .extracting(ParsedAnswer.Row::value)
                .contains(new Fundamental(
                        "net_income",
                        LocalDate.of(2023, 10, 1),
                        LocalDate.of(2024, 9, 30),
                        LocalDate.of(2024, 12, 29),
                        true,
                        93_736_000_000.0,
                        "USD"));
    }

    @Test
    void skipsNullEntriesAndTrailingTypesOfFundamentals() {
        String body = """
                {"timeseries":{"result":[
                {"meta":{"symbol":["AAPL"],"type":["quarterlyTotalAssets"]},"timestamp":[1,2],"quarterlyTotalAssets":[null,
                {"asOfDate":"2024-06-30","periodType":"3M","currencyCode":"USD","reportedValue":{"raw":331612000000}}]},
                {"meta":{"symbol":["AAPL"],"type":["trailingNetIncome"]},"timestamp":[1],"trailingNetIncome":[
                {"asOfDate":"2024-06-30","periodType":"TTM","currencyCode":"USD","reportedValue":{"raw":1}}]}],
                "error":null}}""";

        ParsedAnswer rows = answers.rows("fundamentals", "AAPL", body);

        assertThat(rows.fundamentals())
                .extracting(ParsedAnswer.Row::value)
                .containsExactly(new Fundamental(
                        "total_assets",
                        LocalDate.of(2024, 6, 30),
                        LocalDate.of(2024, 6, 30),
                        LocalDate.of(2024, 8, 14),
                        true,
                        331_612_000_000.0,
                        "USD"));
        assertThat(rows.rejected()).isEmpty();
    }

    @Test
    void readsASnapshotAndASearch() {
        ParsedAnswer quote = answers.rows("quote", "AAPL", answers.file("quote_AAPL.json"));
        ParsedAnswer search = answers.rows("search", "AAPL", answers.file("search_AAPL.json"));

        assertThat(quote.quotes().getFirst().value())
                .isEqualTo(new Quote(
                        Instant.parse("2025-02-14T21:00:00Z"), 241.07, 245.41, 241, 244.6, 40_896_227, "USD"));
        assertThat(search.assets()).extracting(asset -> asset.symbol().value()).containsExactly("AAPL", "AAPU");
        assertThat(search.assets().getFirst().sector()).isEqualTo("Technology");
    }

    @Test
    void readsTheFormerDownload() {
        String body = "Date,Open,High,Low,Close,Adj Close,Volume\n"
                + "2020-01-02,74.059998,75.150002,73.797501,75.087502,72.876106,135480400\n"
                + "2020-01-03,null,null,null,null,null,null";

        ParsedAnswer rows = answers.rows("download", "AAPL", body);

        assertThat(rows.bars()).hasSize(1);
        assertThat(rows.bars().getFirst().value().adjClose()).isEqualTo(72.876106);
        assertThat(rows.rejected().getFirst().reason()).isEqualTo(QuarantineReason.MISSING_VALUE);
        assertThat(answers.rows("download", "AAPL", "Date,Stock Splits\n2020-08-31,4:1\n")
                        .actions()
                        .getFirst()
                        .value())
                .isEqualTo(new CorporateAction(LocalDate.of(2020, 8, 31), ActionKind.SPLIT, 4));
    }

    @Test
    void namesWhatItSaysInsteadOfAnAnswer() {
        assertThat(outcome("chart", "AAPL", 200, "chart_empty_weekend_AAPL.json"))
                .isEqualTo("empty_confirmed");
        assertThat(outcome("chart", "NOSUCHSYM", 404, "chart_unknown_symbol_404.json"))
                .isEqualTo("symbol_unknown");
        assertThat(outcome("quote", "NONEXIST", 200, "quote_unknown_symbol.json"))
                .isEqualTo("symbol_unknown");
        assertThat(outcome("quotesummary", "GC=F", 404, "quotesummary_404_GC=F.json"))
                .isEqualTo("empty_confirmed");
        assertThat(outcome("download", "BEKE", 400, "download_csv_no_data_400_BEKE.csv"))
                .isEqualTo("empty_confirmed");
        assertThat(outcome("search", "", 400, "search_missing_q_400.json")).isEqualTo("schema_changed");
        assertThat(outcome("chart", "AAPL", 429, "rate_limit_429.txt")).isEqualTo("throttled");
        assertThat(outcome("chart", "AAPL", 200, "rate_limit_429.txt")).isEqualTo("throttled");
        assertThat(answers.outcome("chart", "AAPL", 502, "Edge: Too Many Requests"))
                .isEqualTo("throttled");
        assertThat(answers.outcome("chart", "AAPL", 307, "")).isEqualTo("blocked");
        assertThat(answers.outcome("chart", "AAPL", 401, error("finance", "Unauthorized", "Invalid Crumb")))
                .isEqualTo("blocked");
        assertThat(answers.outcome("chart", "AAPL", 500, error("chart", "Internal Server Error", "")))
                .isEqualTo("unreachable");
        assertThat(answers.outcome("chart", "AAPL", 502, "<html>Will be right back...</html>"))
                .isEqualTo("unreachable");
    }

    @Test
    void believesNothingItDoesNotKnow() {
        String chart = answers.file("chart_AAPL_split_and_dividend.json");

        assertThat(answers.outcome("chart", "AAPL", 200, "")).isEqualTo("schema_changed");
        assertThat(answers.outcome("chart", "AAPL", 200, "<html></html>")).isEqualTo("schema_changed");
        assertThat(answers.outcome("chart", "AAPL", 200, chart.substring(0, 3_000)))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("chart", "MSFT", 200, chart)).isEqualTo("schema_changed");
        assertThat(answers.outcome("quote", "AAPL", 200, chart)).isEqualTo("schema_changed");
        assertThat(answers.outcome("download", "AAPL", 200, chart)).isEqualTo("schema_changed");
        assertThat(answers.outcome("chart", "AAPL", 200, chart.replace("\"close\"", "\"last\"")))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("chart", "AAPL", 200, chart.replace("1604673000]", "1604673000,1604932200]")))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("nonsense", "AAPL", 200, chart)).isEqualTo("schema_changed");
    }

    @Test
    void spellsSymbolsAsYahooDoes() {
        assertThat(address(Dataset.BARS, "BRK.B", AssetType.STOCK))
                .isEqualTo("https://query1.finance.yahoo.com/v8/finance/chart/BRK-B"
                        + "?period1=1598745600&period2=1604707200&interval=1d&events=div%7Csplit");
        assertThat(address(Dataset.BARS, "EURUSD", null)).contains("/chart/EURUSD=X?");
        assertThat(address(Dataset.BARS, "GC=F", AssetType.COMMODITY)).contains("/chart/GC=F?");
        assertThat(address(Dataset.BARS, "^GSPC", null)).contains("/chart/%5EGSPC?");
        assertThat(address(Dataset.BARS, "VOD.L", AssetType.STOCK)).contains("/chart/VOD.L?");
        assertThat(address(Dataset.ASSETS, "AAPL", null)).endsWith("/chart/AAPL?range=1d&interval=1d");
        assertThat(calls(Dataset.BARS, "DCOILWTICO", AssetType.COMMODITY)).isEmpty();
        assertThat(calls(Dataset.OBSERVATIONS, "AAPL", null)).isEmpty();
    }

    private String address(Dataset dataset, String symbol, @Nullable AssetType type) {
        return calls(dataset, symbol, type).getFirst().address().toString();
    }

    private List<WebCall> calls(Dataset dataset, String symbol, @Nullable AssetType type) {
        LocalDate from = LocalDate.of(2020, 8, 31);
        LocalDate to = LocalDate.of(2020, 11, 6);
        return adapter.calls(new ProviderRequest("", dataset, List.of(symbol), from, to, type, null, null), ACCESS);
    }

    private String outcome(String kind, String symbol, int status, String file) {
        return answers.outcome(kind, symbol, status, answers.file(file));
    }

    private DailyBar onlyBar(String symbol, String file, int row) {
        return answers.rows("chart", symbol, answers.file(file)).bars().get(row).value();
    }

    private List<LocalDate> datesAt(String body, String date) {
        return Answers.rows(answers.read("chart", "AAPL", 200, body, Map.of("Date", date))).bars().stream()
                .map(row -> row.value().date())
                .toList();
    }

    private static String error(String envelope, String code, String description) {
        return "{\"%s\":{\"result\":null,\"error\":{\"code\":\"%s\",\"description\":\"%s\"}}}"
                .formatted(envelope, code, description);
    }

    private static String chart(
            String symbol, String currency, String type, String zone, long time, String price, String volume) {
        return """
                {"chart":{"result":[{"meta":{"currency":"%s","symbol":"%s","instrumentType":"%s",\
                "exchangeTimezoneName":"%s","dataGranularity":"1d"},"timestamp":[%d],"indicators":{"quote":[\
                {"open":[%s],"high":[%s],"low":[%s],"close":[%s],"volume":[%s]}]}}],"error":null}}""".formatted(currency, symbol, type, zone, time, price, price, price, price, volume);
    }
}
