package io.lumia.functions.marketapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.marketapi.ApiUnderTest;
import io.lumia.web.testing.ApiCalls;
import io.lumia.web.testing.ApiCalls.Answer;
import io.lumia.web.testing.EveryRoute;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EveryRouteTest extends EveryRoute {

    private static final ApiUnderTest API = ApiUnderTest.shared();

    @Override
    protected ApiCalls api() {
        return API;
    }

    @Override
    protected List<String> routes() {
        return List.of(
                "/api/v1/assets",
                "/api/v1/assets/AAPL",
                "/api/v1/assets/AAPL/prices",
                "/api/v1/assets/AAPL/fundamentals",
                "/api/v1/market/overview",
                "/api/v1/market/correlations?assets=AAPL,SPY",
                "/api/v1/signals/AAPL",
                "/api/v1/observations/DGS10",
                "/api/v1/health",
                "/api/v1/health/detailed",
                "/api/v1/openapi.json",
                "/docs");
    }

    @Override
    protected List<String> dataRoutes() {
        return routes().subList(0, 10);
    }

    /** How long a query takes is never the same. */
    @Override
    protected List<String> steadyRoutes() {
        return dataRoutes().stream()
                .filter(route -> !route.equals("/api/v1/health/detailed"))
                .toList();
    }

    @Override
    protected List<String> textParameters() {
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
                "/api/v1/assets/AAPL/fundamentals?metric=",
                "/api/v1/assets/AAPL/fundamentals?period=",
                "/api/v1/assets/AAPL/fundamentals?page_token=",
                "/api/v1/market/correlations?assets=AAPL,",
                "/api/v1/market/overview?per_sector=",
                "/api/v1/market/overview?as_of=",
                "/api/v1/signals/",
                "/api/v1/signals/AAPL?indicators=",
                "/api/v1/observations/");
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

    @Test
    void headHasTheTagToo() {
        assertThat(API.send("HEAD", "/api/v1/assets/AAPL", Map.of()).header("ETag"))
                .isEqualTo(API.get("/api/v1/assets/AAPL").header("ETag"));
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
}
