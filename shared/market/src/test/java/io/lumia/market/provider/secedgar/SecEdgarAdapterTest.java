package io.lumia.market.provider.secedgar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.CompanyFact;
import io.lumia.market.Dataset;
import io.lumia.market.Filing;
import io.lumia.market.QuarantineReason;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.Reading.NoRows;
import io.lumia.market.provider.web.Reading.Rows;
import io.lumia.market.provider.web.WebCall;
import io.lumia.platform.web.WebResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SecEdgarAdapterTest {

    private static final Instant NOW = Instant.parse("2026-06-08T01:14:09Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-06-08");
    private static final Path SHARED = Path.of("../../../shared/providers/sec_edgar");

    private final SecEdgarAdapter adapter = new SecEdgarAdapter();

    @Test
    void readsTickersAsAssetsInOurSpelling() {
        ParsedAnswer rows = rows(read("company_tickers", "", 200, file("company_tickers.json")));

        assertThat(rows.assets())
                .extracting(asset -> asset.symbol().value())
                .containsExactly("MSFT", "AAPL", "GOOGL", "BRK.B", "SPY", "LTMAY", "BAC");
        assertThat(rows.assets()).extracting(AssetDefinition::cik).startsWith("789019", "320193");
        assertThat(rows.assets().get(4).type()).isEqualTo(AssetType.ETF);
        assertThat(rows.assets().get(1).name()).isEqualTo("Apple Inc.");
    }

    @Test
    void readsOnlyTheTickersThatWereAskedFor() {
        ParsedAnswer rows = rows(read("assets", "BRK.B", 200, file("company_tickers.json")));

        assertThat(rows.assets()).extracting(AssetDefinition::cik).containsExactly("1067983");
        assertThat(code(read("assets", "NOSUCH", 200, file("company_tickers.json"))))
                .isEqualTo("symbol_unknown");
    }

    @Test
    void asksForTheTickersFirstWhereTheCikIsNotKnown() {
        List<WebCall> calls = calls(Dataset.COMPANY_FACTS, "AAPL", "CIK0001835632");

        assertThat(calls)
                .extracting(call -> call.address().toString())
                .containsExactly(
                        "https://www.sec.gov/files/company_tickers.json",
                        "https://data.sec.gov/api/xbrl/companyfacts/CIK0001835632.json");
        assertThat(calls).extracting(WebCall::kind).containsExactly("tickers_for_facts", "companyfacts");
    }

    @Test
    void continuesFromTheTickersWithTheCallsThatNeededThem() {
        var context = new ReadContext("tickers_for_filings", "", List.of("BRK.B", "NOSUCH"), null, null, null, NOW);

        Reading reading = adapter.read(context, response(200, file("company_tickers.json")));

        assertThat(((Rows) reading).rows().size()).isZero();
        assertThat(((Rows) reading).more())
                .containsExactly(
                        WebCall.of("submissions", "https://data.sec.gov/submissions/CIK0001067983.json", "BRK.B"));
    }

    @Test
    void knowsTheSymbolIsUnknownWhenNoTickerIsListed() {
        var context = new ReadContext("tickers_for_facts", "", List.of("NOSUCH"), null, null, null, NOW);

        assertThat(code(adapter.read(context, response(200, file("company_tickers.json")))))
                .isEqualTo("symbol_unknown");
    }

    @Test
    void asksForNothingWithoutAContact() {
        var request = new ProviderRequest("", Dataset.FILINGS, List.of("CIK0000320193"), null, TODAY);

        assertThat(adapter.calls(request, new ProviderAccess("https://data.sec.gov", null, null, TODAY)))
                .isEmpty();
    }

    @Test
    void asksAnotherEndpointForEverything() {
        var request = new ProviderRequest("", Dataset.FILINGS, List.of("AAPL", "CIK0000320193"), null, TODAY);

        List<WebCall> calls =
                adapter.calls(request, new ProviderAccess("http://127.0.0.1:8080", null, "ops@example.com", TODAY));

        assertThat(calls)
                .extracting(call -> call.address().toString())
                .containsExactly(
                        "http://127.0.0.1:8080/files/company_tickers.json",
                        "http://127.0.0.1:8080/submissions/CIK0000320193.json");
    }

    @Test
    void readsEveryTellingOfAFact() {
        ParsedAnswer rows = rows(read("companyfacts", "MRVL", 200, file("companyfacts_MRVL.json")));

        assertThat(rows.companyFacts()).hasSize(252);
        assertThat(rows.rejected()).isEmpty();
        assertThat(rows.companyFacts()).extracting(Row::symbol).containsOnly("MRVL");
        List<CompanyFact> firstQuarter = rows.companyFacts().stream()
                .map(Row::value)
                .filter(fact -> fact.concept().equals("us-gaap:NetIncomeLoss"))
                .filter(fact -> LocalDate.parse("2021-01-31").equals(fact.start()))
                .filter(fact -> fact.end().equals(LocalDate.parse("2021-05-01")))
                .toList();
        assertThat(firstQuarter)
                .extracting(CompanyFact::value)
                .containsExactly(-88242000.0, -88242000.0, -88242000.0, -88200000.0, -88200000.0, -88200000.0);
        assertThat(firstQuarter.getFirst())
                .isEqualTo(new CompanyFact(
                        "1835632",
                        "us-gaap:NetIncomeLoss",
                        "USD",
                        LocalDate.parse("2021-01-31"),
                        LocalDate.parse("2021-05-01"),
                        -88242000,
                        "0001835632-21-000010",
                        "10-Q",
                        LocalDate.parse("2021-06-09"),
                        2022,
                        "Q1",
                        null));
    }

    @Test
    void readsABalanceWithoutStartAndAProxyWithoutFiscalYear() {
        ParsedAnswer rows = rows(read("companyfacts", "", 200, file("companyfacts_MRVL.json")));

        CompanyFact shares = rows.companyFacts().getFirst().value();
        assertThat(shares.concept()).isEqualTo("dei:EntityCommonStockSharesOutstanding");
        assertThat(shares.start()).isNull();
        assertThat(shares.value()).isEqualTo(819_500_000);
        assertThat(shares.frame()).isEqualTo("CY2021Q2I");
        CompanyFact proxy = rows.companyFacts().getLast().value();
        assertThat(proxy.form()).isEqualTo("DEF 14A");
        assertThat(proxy.fiscalYear()).isNull();
        assertThat(rows.companyFacts().getFirst().symbol()).isEqualTo("CIK0001835632");
    }

    @Test
    void wantsFactsByTheDayTheyWereFiled() {
        var context = new ReadContext(
                "companyfacts",
                "MRVL",
                List.of("MRVL"),
                AssetType.STOCK,
                LocalDate.parse("2022-05-27"),
                LocalDate.parse("2022-05-27"),
                NOW);

        ParsedAnswer rows = rows(adapter.read(context, response(200, file("companyfacts_MRVL.json"))));

        assertThat(rows.companyFacts())
                .extracting(row -> row.value().accession())
                .containsOnly("0001835632-22-000028");
    }

    @Test
    void countsAFactToldTwiceInOneFilingOnce() {
        String row =
                "{\"end\":\"2024-01-01\",\"val\":%s,\"accn\":\"0000000001-24-000001\",\"form\":\"10-K\",\"filed\":\"2024-02-01\"}";
        String body =
                "{\"cik\":\"0000000001\",\"facts\":{\"us-gaap\":{\"Assets\":{\"units\":{\"USD\":[%s,%s,%s,%s]}}}}}"
                        .formatted(row.formatted("1"), row.formatted("1.0"), row.formatted("2"), row.formatted("null"));

        ParsedAnswer rows = rows(read("companyfacts", "", 200, body.getBytes(StandardCharsets.UTF_8)));

        assertThat(rows.companyFacts()).extracting(fact -> fact.value().value()).containsExactly(1.0, 2.0);
        assertThat(rows.rejected()).extracting(r -> r.reason()).containsExactly(QuarantineReason.MISSING_VALUE);
    }

    @Test
    void refusesAnotherCompanysAnswer() {
        assertThat(code(read("companyfacts", "CIK0000320193", 200, file("companyfacts_MRVL.json"))))
                .isEqualTo("schema_changed");
        assertThat(code(read("submissions", "MSFT", 200, file("submissions_AAPL.json"))))
                .isEqualTo("schema_changed");
        assertThat(code(read("submissions", "", 200, file("companyfacts_MRVL.json"))))
                .isEqualTo("schema_changed");
        assertThat(code(read("companyfacts", "", 200, file("submissions_AAPL.json"))))
                .isEqualTo("schema_changed");
        assertThat(code(read("companyfacts", "", 200, file("company_tickers.json"))))
                .isEqualTo("schema_changed");
        assertThat(code(read("company_tickers", "", 200, file("companyfacts_MRVL.json"))))
                .isEqualTo("schema_changed");
    }

    /** Apple's results come at 16:30 New York, an hour that the answer shows with a Z. */
    @Test
    void readsFilingsOldestFirstWithTheirAcceptanceInNewYork() {
        Rows reading = (Rows) read("submissions", "AAPL", 200, file("submissions_AAPL.json"));

        List<Filing> filings = reading.rows().filings().stream().map(Row::value).toList();
        assertThat(filings)
                .extracting(Filing::accession)
                .startsWith("0001193125-15-149590")
                .endsWith("0001059235-26-000004");
        assertThat(filings.get(4))
                .isEqualTo(new Filing(
                        "320193",
                        "0000320193-26-000005",
                        "8-K",
                        LocalDate.parse("2026-01-29"),
                        Instant.parse("2026-01-29T21:30:33Z"),
                        LocalDate.parse("2026-01-29"),
                        "aapl-20260129.htm",
                        "8-K",
                        "2.02,9.01"));
        assertThat(filings.get(1).acceptedAt()).isEqualTo(Instant.parse("2022-10-27T22:01:14Z"));
        assertThat(filings.get(1).filed()).isEqualTo(LocalDate.parse("2022-10-28"));
    }

    @Test
    void readsTheZoneAsUtcWhereNewYorkCannotBe() {
        String body = new String(file("submissions_AAPL.json"), StandardCharsets.UTF_8)
                .replace("2026-02-26T18:34:19.000Z", "2026-02-26T23:34:19.000Z")
                .replace("2026-01-29T16:30:33.000Z", "2026-01-29T21:30:33.000Z")
                .replace("2025-10-31T06:01:26.000Z", "2025-10-31T10:01:26.000Z");

        ParsedAnswer rows = rows(read("submissions", "AAPL", 200, body.getBytes(StandardCharsets.UTF_8)));

        assertThat(rows.filings().getLast().value().acceptedAt()).isEqualTo(Instant.parse("2026-02-26T23:34:19Z"));
        assertThat(rows.filings().getLast().value().acceptedAtAssumed()).isFalse();
    }

    @Test
    void namesTheOlderPagesOfTheRangeAsFurtherCalls() {
        Rows all = (Rows) read("submissions", "AAPL", 200, file("submissions_AAPL.json"));
        var recent =
                new ReadContext("submissions", "AAPL", List.of("AAPL"), null, LocalDate.parse("2020-01-01"), null, NOW);

        Rows some = (Rows) adapter.read(recent, response(200, file("submissions_AAPL.json")));

        assertThat(all.more())
                .containsExactly(WebCall.of(
                        "submissions_page",
                        "https://data.sec.gov/submissions/CIK0000320193-submissions-001.json",
                        "CIK0000320193"));
        assertThat(some.more()).isEmpty();
        assertThat(some.rows().filings()).hasSize(5);
    }

    @Test
    void readsAPageOfOlderFilings() {
        String page =
                "{\"accessionNumber\":[\"0000320193-94-000002\"],\"filingDate\":[\"1994-01-26\"],\"reportDate\":[\"\"],"
                        + "\"acceptanceDateTime\":[\"\"],\"form\":[\"10-Q\"],\"primaryDocument\":[\"\"]}";

        ParsedAnswer rows = rows(read("submissions_page", "CIK0000320193", 200, page.getBytes(StandardCharsets.UTF_8)));

        Filing filing = rows.filings().getFirst().value();
        assertThat(filing.cik()).isEqualTo("320193");
        assertThat(filing.acceptedAt()).isEqualTo(Instant.parse("1994-01-27T03:00:00Z"));
        assertThat(filing.acceptedAtAssumed()).isTrue();
        assertThat(code(read("submissions_page", "AAPL", 200, page.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("schema_changed");
    }

    /** 16:17 and 15:30 can be either clock: the later one is taken. */
    @Test
    void readsAFilerWithoutTickersAndDoubtsItsClock() {
        ParsedAnswer rows = rows(read("submissions", "", 200, file("submissions_tiny_entity.json")));

        assertThat(rows.filings()).extracting(Row::symbol).containsOnly("CIK0001911716");
        Filing newest = rows.filings().getLast().value();
        assertThat(newest.form()).isEqualTo("SC 13G/A");
        assertThat(newest.reportDate()).isNull();
        assertThat(newest.acceptedAt()).isEqualTo(Instant.parse("2023-01-20T21:17:07Z"));
        assertThat(newest.acceptedAtAssumed()).isTrue();
    }

    @Test
    void refusesColumnsOfUnequalLength() {
        String body = new String(file("submissions_tiny_entity.json"), StandardCharsets.UTF_8)
                .replace("\"filingDate\":[\"2023-01-20\",", "\"filingDate\":[");

        assertThat(code(read("submissions", "", 200, body.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("schema_changed");
    }

    @Test
    void readsACurrentFilingOnceUnderThePartyItIsAbout() {
        ParsedAnswer rows = rows(read("getcurrent", "", 200, file("getcurrent_atom.xml")));

        assertThat(rows.filings())
                .extracting(Row::symbol)
                .containsExactly("CIK0000885732", "CIK0001935979", "CIK0001069202", "CIK0002074440");
        Filing insider = rows.filings().get(2).value();
        assertThat(insider.form()).isEqualTo("4");
        assertThat(insider.accession()).isEqualTo("0001069202-26-000002");
        assertThat(insider.acceptedAt()).isEqualTo(Instant.parse("2026-01-12T16:26:32Z"));
        assertThat(insider.filed()).isEqualTo(LocalDate.parse("2026-01-12"));
        assertThat(rows.filings().get(1).value().items()).isEqualTo("7.01,9.01");
    }

    @Test
    void readsAMasterIndex() {
        String index = """
                Description:           Master Index of EDGAR Dissemination Feed

                CIK|Company Name|Form Type|Date Filed|Filename
                --------------------------------------------------------------------------------
                320193|Apple Inc.|10-Q|2026-01-30|edgar/data/320193/0000320193-26-000006.txt
                """;

        ParsedAnswer rows = rows(read("index", "", 200, index.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(rows.filings().getFirst().value().accession()).isEqualTo("0000320193-26-000006");
        assertThat(rows.filings().getFirst().value().acceptedAt()).isEqualTo(Instant.parse("2026-01-31T03:00:00Z"));
    }

    @Test
    void tellsAMissingFileFromABan() {
        assertThat(code(read("index", "", 403, file("index_future_403.xml")))).isEqualTo("empty_confirmed");
        assertThat(code(read("submissions", "CIK0000000001", 404, file("submissions_404.xml"))))
                .isEqualTo("symbol_unknown");
        assertThat(code(read("companyfacts", "", 403, file("index_future_403.xml"))))
                .isEqualTo("symbol_unknown");
        assertThat(code(read("getcurrent", "", 403, file("undeclared_tool_403_fragment.txt"))))
                .isEqualTo("blocked");
        assertThat(code(read("getcurrent", "", 503, file("getcurrent_503.html"))))
                .isEqualTo("unreachable");
        assertThat(code(read("getcurrent", "", 403, bytes("<html>Forbidden</html>"))))
                .isEqualTo("blocked");
    }

    @Test
    void waitsTenMinutesAfterTooManyCalls() {
        byte[] page = bytes("<html><head><title>SEC.gov | Request Rate Threshold Exceeded</title></head><body>"
                + "undeclared automated tools</body></html>");

        assertThat(((NoRows) read("submissions", "", 403, page)).why())
                .isInstanceOfSatisfying(
                        Throttled.class, t -> assertThat(t.waitTime()).isEqualTo(Duration.ofMinutes(10)));
        assertThat(code(read("submissions", "", 429, bytes("")))).isEqualTo("throttled");
    }

    @Test
    void takesNothingUnknownForRows() {
        for (String kind : adapter.kinds().keySet()) {
            for (String body : List.of("", "[]", "{}", "null", "<html>Hello</html>", "{\"cik\":1,", "\u0000")) {
                assertThat(code(read(kind, "", 200, bytes(body))))
                        .as("%s of '%s'", kind, body)
                        .isEqualTo("schema_changed");
            }
        }
        byte[] whole = file("companyfacts_MRVL.json");
        assertThat(code(read("companyfacts", "", 200, java.util.Arrays.copyOf(whole, whole.length / 2))))
                .isEqualTo("schema_changed");
        assertThat(code(read("submissions", "", 304, bytes("")))).isEqualTo("unchanged");
        assertThat(code(read("chart", "", 200, whole))).isEqualTo("schema_changed");
    }

    @Test
    void knowsACompanyWithoutFacts() {
        assertThat(code(read("companyfacts", "", 200, bytes("{\"cik\":1,\"entityName\":\"X\",\"facts\":{}}"))))
                .isEqualTo("empty_confirmed");
    }

    @Test
    void readsTheWholeSharedAnswers() throws IOException {
        assumeTrue(Files.isDirectory(SHARED), "the folder ../shared is not here");

        assertThat(rows(read("companyfacts", "MRVL", 200, Files.readAllBytes(SHARED.resolve("companyfacts_MRVL.json"))))
                        .companyFacts())
                .hasSize(8053);
        assertThat(rows(read("getcurrent", "", 200, Files.readAllBytes(SHARED.resolve("getcurrent_atom.xml"))))
                        .filings())
                .hasSize(73);
        assertThat(rows(read("submissions", "AAPL", 200, Files.readAllBytes(SHARED.resolve("submissions_AAPL.json"))))
                        .filings())
                .hasSize(1005)
                .noneMatch(row -> row.value().acceptedAtAssumed());
        ParsedAnswer tickers =
                rows(read("assets", "", 200, Files.readAllBytes(SHARED.resolve("company_tickers_0_400.json"))));
        assertThat(tickers.assets()).hasSize(400);
        assertThat(tickers.rejected()).isEmpty();
        assertThat(code(read("getcurrent", "", 503, Files.readAllBytes(SHARED.resolve("getcurrent_503.html")))))
                .isEqualTo("unreachable");
    }

    private List<WebCall> calls(Dataset dataset, String... symbols) {
        var access = new ProviderAccess("https://data.sec.gov", null, "ops@example.com", TODAY);
        return adapter.calls(new ProviderRequest("", dataset, List.of(symbols), null, TODAY), access);
    }

    private Reading read(String kind, String symbol, int status, byte[] body) {
        return adapter.read(ReadContext.of(kind, symbol, NOW), response(status, body));
    }

    private static WebResponse response(int status, byte[] body) {
        return new WebResponse(status, Map.of("Content-Type", "application/json"), body, NOW);
    }

    private static ParsedAnswer rows(Reading reading) {
        assertThat(reading).isInstanceOf(Rows.class);
        return ((Rows) reading).rows();
    }

    private static String code(Reading reading) {
        return switch (reading) {
            case Rows rows -> "rows " + rows.rows().size();
            case NoRows(ProviderAnswer why) -> why.code();
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] file(String name) {
        try (InputStream stream = SecEdgarAdapterTest.class.getResourceAsStream("/providers/sec_edgar/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
