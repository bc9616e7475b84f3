package io.lumia.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.web.testing.ApiCalls.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is the same for every reading route of every function: ids, tags, refusals, methods. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EveryRoute {

    protected abstract ApiCalls api();

    /** A path of each route that can be read, which is answered with 200. */
    protected abstract List<String> routes();

    /** Those of them that can do nothing but be read. */
    protected List<String> readOnlyRoutes() {
        return routes();
    }

    /** Those of them whose answers have the envelope. */
    protected abstract List<String> dataRoutes();

    /** Those whose data is the same whenever it is asked for. */
    protected abstract List<String> steadyRoutes();

    /** Beginnings of requests that text is to be put behind. */
    protected abstract List<String> textParameters();

    @ParameterizedTest
    @MethodSource("routes")
    void answersWithAnId(String route) {
        Answer given = api().get(route, Map.of("x-request-id", "caller-0123"));
        Answer odd = api().get(route, Map.of("X-Request-ID", "short"));

        assertThat(given.status()).isEqualTo(200);
        assertThat(given.header("X-Request-ID")).isEqualTo("caller-0123");
        assertThat(odd.header("X-Request-ID")).isEqualTo(ApiCalls.GATEWAY_REQUEST);
    }

    @ParameterizedTest
    @MethodSource("dataRoutes")
    void theEnvelopeCarriesTheSameId(String route) {
        Answer answer = api().get(route, Map.of("X-Request-ID", "caller-0123"));

        assertThat(answer.at("success")).isEqualTo(true);
        assertThat(answer.at("metadata", "request_id")).isEqualTo("caller-0123");
        assertThat(answer.at("metadata", "api_version")).isEqualTo("v1");
        assertThat(answer.at("metadata", "timestamp")).isEqualTo("2015-01-02T12:00:00Z");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void unknownParametersAreNamed(String route) {
        Answer answer = api().get(
                        route + (route.contains("?") ? "&" : "?") + "colour=red&size=1",
                        Map.of("X-Request-ID", "caller-0123"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("error", "code")).isEqualTo("UNKNOWN_FIELD");
        assertThat(answer.refused()).containsExactlyInAnyOrder("colour", "size");
        assertThat(answer.at("error", "request_id")).isEqualTo("caller-0123");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @MethodSource("steadyRoutes")
    void whoHasTheDataGetsNoneAgain(String route) {
        String tag = api().get(route).header("ETag");
        Answer again = api().get(route, Map.of("If-None-Match", "\"other\", " + tag));

        assertThat(tag).matches("W/\"[A-Za-z0-9_-]{22}\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(api().get(route, Map.of("If-None-Match", "\"other\"")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("readOnlyRoutes")
    void otherMethodsAreRefusedInTheSameShape(String route) {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            Answer answer = api().send(method, route, Map.of());

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.at("error", "code")).isEqualTo("METHOD_NOT_ALLOWED");
            assertThat(answer.header("Allow")).contains("GET");
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void headHasTheHeadersAndNoBody(String route) {
        Answer head = api().send("HEAD", route, Map.of());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Cache-Control")).isEqualTo(api().get(route).header("Cache-Control"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatIsNotOfferedIsRefusedInTheSameShape(String route) {
        Answer answer = api().get(route, Map.of("Accept", "application/xml"));

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.at("error", "code")).isEqualTo("NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @MethodSource("dataRoutes")
    void aBrowserGetsJson(String route) {
        Answer answer =
                api().get(route, Map.of("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
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
            Answer answer = api().get(beginning
                    + URLEncoder.encode(hostile, StandardCharsets.UTF_8).replace("+", "%20"));

            assertThat(answer.status())
                    .as("%s%s: %s", beginning, hostile, answer.body())
                    .isIn(200, 400, 404);
            assertThat(answer.at("metadata") == null).isEqualTo(answer.status() != 200);
        }
    }

    @ParameterizedTest
    @MethodSource("readOnlyRoutes")
    void preflightsAreAnswered(String route) {
        Answer answer = api().send(
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
        assertThat(api().send("OPTIONS", "/nothing/here", Map.of()).status()).isEqualTo(404);
    }
}
