package io.lumia.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.platform.lambda.Access;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApiRoutesTest {

    private final ApiRoutes routes = new ApiRoutes(List.of(
            function("market-api", "GET /api/assets", "GET /api/assets/{id}", "GET /docs", "ANY /files/{path+}"),
            function("collection-api", "GET /api/runs", "POST /api/runs", "GET /api/assets/gaps")));

    @ParameterizedTest
    @CsvSource({
        "GET, /api/assets, market-api",
        "GET, /api/assets/AAPL, market-api",
        "GET, /api/assets/, market-api",
        "GET, /api/assets/gaps, collection-api",
        "POST, /api/runs, collection-api",
        "DELETE, /api/runs, collection-api",
        "PUT, /docs, market-api",
        "PUT, /files/a/b, market-api"
    })
    void findsTheFunctionThatHasTheRoute(String method, String path, String function) {
        assertThat(routes.routeFor(method, path).function().name()).isEqualTo(function);
    }

    @ParameterizedTest
    @CsvSource({"/", "/api", "/api/assets/AAPL/prices", "/files", "/API/assets"})
    void nothingIsAtOtherPaths(String path) {
        assertThatThrownBy(() -> routes.routeFor("GET", path))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("nothing is at GET " + path);
    }

    @Test
    void refusesARouteOfTwoFunctions() {
        assertThatThrownBy(() -> new ApiRoutes(List.of(function("a", "GET /x"), function("b", "GET /x"))))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("GET /x");
    }

    private static FunctionDefinition function(String name, String... routes) {
        List<Trigger.Route> all = Stream.of(routes)
                .map(route -> route.split(" "))
                .map(parts -> new Trigger.Route(parts[0], parts[1]))
                .toList();
        return new FunctionDefinition(
                name,
                name,
                "Handler",
                new Trigger.Http(all),
                List.of(),
                List.of(),
                List.of(),
                Access.NONE,
                Access.NONE,
                512,
                29,
                OptionalInt.empty(),
                List.of(),
                Map.of());
    }
}
