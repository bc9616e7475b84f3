package io.lumia.functions.marketapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.marketapi.ApiUnderTest;
import io.lumia.functions.marketapi.ApiUnderTest.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the same for every route: ids, tags, refusals, methods. */
class EveryRouteTest {

    private static final ApiUnderTest API = ApiUnderTest.shared();

    static List<String> routes() {
        return List.of(
                "/api/v1/assets",
                "/api/v1/assets/AAPL",
                "/api/v1/assets/AAPL/prices",
                "/api/v1/signals/AAPL",
                "/api/v1/observations/DGS10",
                "/api/v1/collection/runs",
                "/api/v1/collection/gaps",
                "/api/v1/health",
                "/api/v1/health/detailed",
                "/api/v1/openapi.json",
                "/docs");
    }

    static List<String> dataRoutes() {
        return routes().subList(0, 9);
    }

    static List<String> textParameters() {
        return List.of(
                "/api/v1/assets?symbol=",
                "/api/v1/assets?asset_type=",
                "/api/v1/assets?sector=",
                "/api/v1/assets?min_market_cap=",
                "/api/v1/assets?q=",
                "/api/v1/assets?page=",
                "/api/v1/assets?as_of=",
                "/api/v1/assets/",
                "/api/v1/assets/AAPL/prices?start=",
                "/api/v1/assets/AAPL/prices?adjustment=",
                "/api/v1/assets/AAPL/prices?fill=",
                "/api/v1/assets/AAPL/prices?page_token=",
                "/api/v1/signals/",
                "/api/v1/signals/AAPL?indicators=",
                "/api/v1/observations/",
                "/api/v1/collection/runs?job=",
                "/api/v1/collection/gaps?symbol=");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void answersWithAnId(String route) {
        Answer given = API.get(route, Map.of("x-request-id", "caller-0123"));
        Answer odd = API.get(route, Map.of("X-Request-ID", "short"));

        assertThat(given.status()).isEqualTo(200);
        assertThat(given.header("X-Request-ID")).isEqualTo("caller-0123");
        assertThat(odd.header("X-Request-ID")).matches("[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @MethodSource("dataRoutes")
    void theEnvelopeCarriesTheSameId(String route) {
        Answer answer = API.get(route, Map.of("X-Request-ID", "caller-0123"));

        assertThat(answer.at("success")).isEqualTo(true);
        assertThat(answer.at("metadata", "request_id")).isEqualTo("caller-0123");
        assertThat(answer.at("metadata", "api_version")).isEqualTo("v1");
        assertThat(answer.at("metadata", "timestamp")).isEqualTo("2015-01-02T12:00:00Z");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void unknownParametersAreNamed(String route) {
        Answer answer = API.get(route + "?colour=red&size=1", Map.of("X-Request-ID", "caller-0123"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("error", "code")).isEqualTo("UNKNOWN_FIELD");
        assertThat(answer.refused()).containsExactlyInAnyOrder("colour", "size");
        assertThat(answer.at("error", "request_id")).isEqualTo("caller-0123");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @MethodSource("dataRoutes")
    void whoHasTheDataGetsNoneAgain(String route) {
        String tag = API.get(route).header("ETag");
        if (route.equals("/api/v1/health/detailed")) {
            return; // how long a query takes is never the same
        }
        Answer again = API.get(route, Map.of("If-None-Match", "\"other\", " + tag));

        assertThat(tag).matches("W/\"[A-Za-z0-9_-]{22}\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(API.get(route, Map.of("If-None-Match", "\"other\"")).status())
                .isEqualTo(200);
    }

    @Test
    void csvHasAStrongTag() {
        String csv = "/api/v1/assets/AAPL/prices?format=csv";
        String tag = API.get(csv).header("ETag");

        assertThat(tag).matches("\"[A-Za-z0-9_-]{22}\"");
        assertThat(API.get(csv, Map.of("If-None-Match", tag)).status()).isEqualTo(304);
        assertThat(API.get(csv + "&adjustment=raw").header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void marketReadsMayBeKeptForFiveMinutesHealthNever() {
        assertThat(API.get("/api/v1/assets/AAPL").header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(API.get("/api/v1/health").header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void otherMethodsAreRefusedInTheSameShape(String route) {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            Answer answer = API.send(method, route, Map.of());

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.at("error", "code")).isEqualTo("METHOD_NOT_ALLOWED");
            assertThat(answer.header("Allow")).contains("GET");
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void headHasTheHeadersAndNoBody(String route) {
        Answer head = API.send("HEAD", route, Map.of());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Cache-Control")).isEqualTo(API.get(route).header("Cache-Control"));
    }

    @Test
    void headHasTheTagToo() {
        assertThat(API.send("HEAD", "/api/v1/assets/AAPL", Map.of()).header("ETag"))
                .isEqualTo(API.get("/api/v1/assets/AAPL").header("ETag"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatIsNotOfferedIsRefusedInTheSameShape(String route) {
        Answer answer = API.get(route, Map.of("Accept", "application/xml"));

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.at("error", "code")).isEqualTo("NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @MethodSource("dataRoutes")
    void aBrowserGetsJson(String route) {
        Answer answer =
                API.get(route, Map.of("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/v1",
                "/api/v2/assets",
                "/api/v1/assets/AAPL/news",
                "/api/v1/assets/AAPL/prices/1",
                "/API/V1/assets",
                "/../etc/passwd",
                "/favicon.ico"
            })
    void nothingIsAtOtherPaths(String path) {
        Answer answer = API.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("error", "code")).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({"%5EGSPC, ^GSPC", "^GSPC, ^GSPC", "EURUSD=X, EURUSD=X", "BRK.B, BRK.B", "A%2FB, A/B", "%61bc, abc"})
    void symbolsAreReadAsTheyAreMeant(String typed, String meant) {
        assertThat(API.get("/api/v1/assets/" + typed).at("error", "message"))
                .isEqualTo("no asset with id or symbol '%s'".formatted(meant));
        assertThat(API.get("/api/v1/assets/" + typed + "/prices").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "%E2%82", "a b", "{id}", "\u202E", "[", "\\", "%00", "\"", "a?b#c"})
    void pathsThatAreNoUrlsAreAnsweredToo(String typed) {
        Answer answer = API.get("/api/v1/assets/" + typed);

        assertThat(answer.status()).as(answer.body()).isIn(400, 404);
        assertThat(answer.at("success")).isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({"symbol=A&symbol=B, symbol", "q=, q", "sector=%00, sector", "sector=a%0Ab, sector", "q=%EF%BF%BD, q"})
    void refusesParametersThatComeTwiceOrEmptyOrUnprintable(String query, String parameter) {
        Answer answer = API.get("/api/v1/assets?" + query);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.refused()).contains(parameter);
    }

    @Test
    void refusesParametersThatAreTooLong() {
        assertThat(API.get("/api/v1/assets?q=" + "a".repeat(128)).status()).isEqualTo(200);
        assertThat(API.get("/api/v1/assets?q=" + "a".repeat(129)).refused()).isEqualTo(List.of("q"));
        assertThat(API.get("/api/v1/signals/AAPL?indicators=" + "sma_20,".repeat(200))
                        .refused())
                .contains("indicators");
        assertThat(API.get("/api/v1/assets?" + "n".repeat(500) + "=1").status()).isEqualTo(400);
    }

    /** Whatever is typed, it is answered or refused, and never breaks anything. */
    @ParameterizedTest
    @MethodSource("textParameters")
    void hostileTextIsAnsweredOrRefused(String beginning) {
        List<String> corpus = List.of(
                "' OR '1'='1",
                "'; DROP TABLE market.asset; --",
                "\" OR 1=1",
                "1); SELECT pg_sleep(5); --",
                "%' --",
                "\\",
                "{}",
                "${jndi:ldap://x}",
                "<script>alert(1)</script>",
                "../../etc/passwd",
                "\u202Eabc",
                "\uD83D\uDE00",
                "NaN",
                "1e309",
                "-0",
                "AAPL\u0000",
                "*",
                ":*",
                "a & b | !c",
                "(((");
        for (String hostile : corpus) {
            Answer answer = API.get(beginning
                    + URLEncoder.encode(hostile, StandardCharsets.UTF_8).replace("+", "%20"));

            assertThat(answer.status())
                    .as("%s%s: %s", beginning, hostile, answer.body())
                    .isIn(200, 400, 404);
            assertThat(answer.at("metadata") == null).isEqualTo(answer.status() != 200);
        }
        assertThat(API.get("/api/v1/assets").at("pagination", "total_items")).isEqualTo(6);
    }

    @Test
    void otherSitesMayRead() {
        Answer answer =
                API.get("/api/v1/assets/AAPL", Map.of("Origin", "https://example.org", "Host", "api.example.net"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("X-Next-Page-Token");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void aDevelopersMachineAnswersForeignPagesNothing() {
        Answer answer =
                API.get("/api/v1/assets/AAPL", Map.of("Origin", "https://example.org", "Host", "localhost:8080"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("success")).isEqualTo(false);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void preflightsAreAnswered(String route) {
        Answer answer = API.send(
                "OPTIONS",
                route,
                Map.of(
                        "Origin",
                        "https://example.org",
                        "Host",
                        "api.example.net",
                        "Access-Control-Request-Method",
                        "GET"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("86400");
        assertThat(API.send("OPTIONS", "/nothing/here", Map.of()).status()).isEqualTo(404);
    }
}
