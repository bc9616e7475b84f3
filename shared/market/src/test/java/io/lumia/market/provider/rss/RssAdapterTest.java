package io.lumia.market.provider.rss;

import static io.lumia.market.provider.rss.Feeds.articles;
import static io.lumia.market.provider.rss.Feeds.file;
import static io.lumia.market.provider.rss.Feeds.outcome;
import static io.lumia.market.provider.rss.Feeds.read;
import static io.lumia.market.provider.rss.Feeds.response;
import static io.lumia.market.provider.rss.Feeds.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumia.kernel.Symbol;
import io.lumia.market.ArticleKind;
import io.lumia.market.Dataset;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.StoredAnswer;
import io.lumia.market.provider.web.WebCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RssAdapterTest {

    private static final RssAdapter ADAPTER = new RssAdapter();

    @ParameterizedTest
    @CsvSource({
        "fed, https://www.federalreserve.gov/feeds/press_all.xml",
        "ecb, https://www.ecb.europa.eu/rss/press.html",
        "sec, https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent&type=&owner=include&start=0&count=100&output=atom",
        "https://example.org/feed?a=b, https://example.org/feed?a=b",
    })
    void asksAFeedOnceWhoeverItIsAbout(String location, String address) {
        List<WebCall> calls = calls(location, access(RssAdapter.ENDPOINT, "https://example.org"), "*");

        assertThat(calls).extracting(call -> call.address().toString()).containsExactly(address);
        assertThat(calls.getFirst().symbol()).isEmpty();
        assertThat(calls.getFirst().headers().get("Accept")).contains("application/rss+xml");
    }

    @Test
    void asksAFeedOfEachSymbolSymbolBySymbol() {
        assertThat(calls("yahoo", access(RssAdapter.ENDPOINT, null), "AAPL", "BRK.B", "*"))
                .extracting(call -> call.symbol() + " " + call.address())
                .containsExactly(
                        "AAPL https://feeds.finance.yahoo.com/rss/2.0/headline?s=AAPL&region=US&lang=en-US",
                        "BRK.B https://feeds.finance.yahoo.com/rss/2.0/headline?s=BRK-B&region=US&lang=en-US");
        assertThat(calls("https://example.org/{symbol}/rss", access(RssAdapter.ENDPOINT, null), "^GSPC", "A/B"))
                .extracting(call -> call.address().toString())
                .containsExactly("https://example.org/%5EGSPC/rss", "https://example.org/A%2FB/rss");
    }

    @Test
    void anotherEndpointStandsInForTheKnownFeedsOnly() {
        ProviderAccess stub = access("http://127.0.0.1:9", "https://example.org");

        assertThat(calls("ecb", stub, "*").getFirst().address()).hasToString("http://127.0.0.1:9/rss/press.html");
        assertThat(calls("yahoo", stub, "KO").getFirst().address())
                .hasToString("http://127.0.0.1:9/rss/2.0/headline?s=KO&region=US&lang=en-US");
        assertThat(calls("https://example.org/f", stub, "*").getFirst().address())
                .hasToString("https://example.org/f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sec", "https://www.sec.gov/news/pressreleases.rss"})
    void asksTheSecOnlyWithAContact(String location) {
        assertThat(calls(location, access(RssAdapter.ENDPOINT, null), "*")).isEmpty();
        assertThat(calls(location, access(RssAdapter.ENDPOINT, "https://example.org"), "*"))
                .hasSize(1);
    }

    @Test
    void asksNothingElse() {
        ProviderAccess access = access(RssAdapter.ENDPOINT, null);
        ProviderRequest bars = new ProviderRequest("fed", Dataset.BARS, List.of("*"), null, LocalDate.EPOCH);

        assertThat(ADAPTER.calls(bars, access)).isEmpty();
        assertThat(calls("", access, "*")).isEmpty();
        assertThat(calls("http://example.org/feed", access, "*")).isEmpty();
    }

    @Test
    void mayAskTheHostThatTheLocationNamesAndItsTwin() {
        assertThat(ADAPTER.hosts(request("https://WWW.example.org/feed", "*")))
                .containsExactlyInAnyOrder("www.example.org", "example.org");
        assertThat(ADAPTER.hosts(request("https://feeds.example.org/feed", "*")))
                .containsExactlyInAnyOrder("feeds.example.org", "www.feeds.example.org");
        assertThat(ADAPTER.hosts(request("fed", "*"))).isEmpty();
    }

    @Test
    void aFeedOfASymbolIsAboutIt() {
        ParsedAnswer answer = rows(read("feed", "BRK.B", response(200, Map.of(), file("own_yahoo_like.xml"))));

        assertThat(answer.articles().getFirst().symbol()).isEqualTo("BRK.B");
        assertThat(answer.articles().getFirst().value().symbols()).containsExactly("BRK.B");
        assertThat(answer.rejected().getFirst().symbol()).isEqualTo("BRK.B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed", "sec_current"})
    void joinsThePartiesOfAFiling(String kind) {
        List<ReceivedArticle> filings =
                articles(read(kind, "", response(200, Map.of(), file("getcurrent_atom_trimmed.xml"))));

        assertThat(filings).hasSize(5).allSatisfy(filing -> {
            assertThat(filing.kind()).isEqualTo(ArticleKind.FILING);
            assertThat(filing.symbols()).allMatch(Symbol::isValid);
        });
        ReceivedArticle report = filings.stream()
                .filter(filing -> filing.sourceId().endsWith("0000080661-26-000032"))
                .findFirst()
                .orElseThrow();
        assertThat(report.title()).isEqualTo("4 - PROGRESSIVE CORP/OH/ (0000080661) (Issuer)");
        assertThat(report.symbols()).containsExactly("CIK0000080661", "CIK0001071287");
        assertThat(report.body()).isEqualTo("""
                        PROGRESSIVE CORP/OH/ (CIK0000080661), Issuer
                        DAVIS CHARLES A (CIK0001071287), Reporting
                        Filed: 2026-01-12 AccNo: 0000080661-26-000032 Size: 7 KB""");
        assertThat(report.published().at()).hasToString("2026-01-12T16:26:36Z");
        assertThat(report.url()).contains("/data/80661/");
        assertThat(filings.getFirst().title())
                .as("Latin-1, the oldest first")
                .isEqualTo("497 - Advisors' Inner Circle Fund II (0000890540) (Filer)");
    }

    @Test
    void refusesAnotherFeedForTheSecs() {
        assertThat(outcome(read("sec_current", "", response(200, Map.of(), file("own_fed_like.xml")))))
                .isEqualTo("schema_changed");
        assertThat(outcome(read("chart", "", response(200, Map.of(), file("own_fed_like.xml")))))
                .isEqualTo("schema_changed");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 401, '', bad_key",
        "'', 403, <html>Forbidden</html>, blocked",
        "'', 404, <html>Not found</html>, schema_changed",
        "'', 410, '', schema_changed",
        "AAPL, 404, <html>Not found</html>, symbol_unknown",
        "AAPL, 410, '', symbol_unknown",
        "'', 403, <html><title>SEC.gov | Request Rate Threshold Exceeded</title></html>, throttled",
        "'', 429, '', throttled",
        "'', 500, <html>Oops</html>, unreachable",
        "'', 503, <!DOCTYPE html><html><title>SEC.gov | File Unavailable</title></html>, unreachable",
        "'', 301, '', blocked",
    })
    void saysHowAPublisherRefuses(String symbol, int status, String body, String outcome) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

        assertThat(outcome(read("feed", symbol, response(status, Map.of("content-type", "text/html"), bytes))))
                .isEqualTo(outcome);
    }

    @Test
    void waitsAsLongAsItIsAskedTo() {
        Reading reading = read("feed", "", response(429, Map.of("Retry-After", "119"), new byte[0]));

        assertThat(reading).isInstanceOf(Reading.NoRows.class);
        assertThat(((Throttled) ((Reading.NoRows) reading).why()).waitTime()).isEqualTo(Duration.ofSeconds(119));
    }

    @Test
    void isFoundUnderTheUsualNames() {
        assertThat(List.of("news", "articles", "rss", "ATOM", "feed", "artlist", "posts"))
                .allSatisfy(name -> assertThat(StoredAnswer.kind(ADAPTER, name)).isEqualTo("feed"));
        assertThat(StoredAnswer.kind(ADAPTER, "sec-current")).isEqualTo("sec_current");
    }

    /** Of the answers that lie beside the repository on some machines: outcome, rows and refused rows. */
    @Test
    void readsEveryStoredAnswer() throws IOException {
        Path folder = stored("rss");
        assumeThat(folder)
                .as("stored answers, which are not part of the repository")
                .isNotNull();
        Map<String, String> seen = new TreeMap<>();

        try (Stream<Path> files = Files.list(folder)) {
            for (Path meta :
                    files.filter(file -> file.toString().endsWith(".meta.json")).toList()) {
                JsonNode about = new ObjectMapper().readTree(meta.toFile());
                seen.put(about.path("case").asText(), amount(meta, about));
            }
        }

        assertThat(seen)
                .containsEntry("atom_google_alerts", "loaded 20 0")
                .containsEntry("atom_typepad", "loaded 10 0")
                .containsEntry("fed_press_all", "loaded 2 0")
                .containsEntry("rss_hn_comments", "loaded 30 0")
                .containsEntry("rss_invalid_date", "loaded 2 1")
                .containsEntry("enc_demoronize-1", "loaded 1 0")
                .containsEntry("enc_euc-kr-item", "loaded 1 0")
                .containsEntry("enc_bozo_http_text_plain", "empty_confirmed")
                .containsEntry("enc_http_i18n", "empty_confirmed")
                .containsEntry("enc_http_text_xml_charset_overrides_encoding", "empty_confirmed")
                .containsEntry("enc_utf-16le-bom", "empty_confirmed")
                .containsEntry("enc_utf-8-bom", "empty_confirmed")
                .containsEntry("odd_dates", "schema_changed");
    }

    private static String amount(Path meta, JsonNode about) throws IOException {
        Map<String, String> headers = new HashMap<>();
        about.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        byte[] body =
                Files.readAllBytes(meta.resolveSibling(about.path("body_file").asText()));
        Reading reading = StoredAnswer.read(
                ADAPTER,
                ReadContext.of("feed", "", Feeds.RECEIVED),
                response(about.path("status").asInt(), headers, body));
        return reading instanceof Reading.Rows(ParsedAnswer rows, var _)
                ? "loaded %d %d"
                        .formatted(rows.articles().size(), rows.rejected().size())
                : outcome(reading);
    }

    private static @Nullable Path stored(String provider) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path found = folder.resolve("shared/providers").resolve(provider);
            if (Files.isDirectory(found)) {
                return found;
            }
            folder = folder.getParent();
        }
        return null;
    }

    private static ProviderAccess access(String endpoint, @Nullable String contact) {
        return new ProviderAccess(endpoint, null, contact, LocalDate.parse("2026-11-26"));
    }

    private static ProviderRequest request(String location, String... symbols) {
        return new ProviderRequest(location, Dataset.ARTICLES, List.of(symbols), null, LocalDate.parse("2026-11-26"));
    }

    private static List<WebCall> calls(String location, ProviderAccess access, String... symbols) {
        return ADAPTER.calls(request(location, symbols), access);
    }
}
