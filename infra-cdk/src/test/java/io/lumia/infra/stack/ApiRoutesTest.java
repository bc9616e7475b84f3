package io.lumia.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.infra.stack.ApiRoutes.Open;
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

class ApiRoutesTest {

    private static final FunctionDefinition READER = http("reader", "GET /a", "HEAD /a", "OPTIONS /a");
    private static final FunctionDefinition WRITER = http("writer", "POST /b", "DELETE /b/{id}", "GET /b");
    private static final FunctionDefinition AUTHORISER = function(Names.AUTHORISER, new Trigger.Manual());

    @Test
    void refusesRoutesWhileNobodySaysWhoCalls() {
        assertThatThrownBy(() -> ApiRoutes.of(List.of(READER, WRITER)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("functions is '[reader, writer]'; allowed: among them authorize");
    }

    @Test
    void offersEveryRouteInTheOrderOfPaths() {
        assertThat(ApiRoutes.of(List.of(WRITER, READER, AUTHORISER)).open())
                .extracting(Open::title)
                .containsExactly("GET /a", "HEAD /a", "OPTIONS /a", "GET /b", "POST /b", "DELETE /b/{id}");
    }

    @Test
    void refusesARouteThatTwoFunctionsAnswer() {
        FunctionDefinition other = http("other", "GET /a");

        assertThatThrownBy(() -> ApiRoutes.of(List.of(READER, other, AUTHORISER)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("GET /a")
                .hasMessageContaining("reader");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /jobs, true",
        "PUT, /jobs/{name}, true",
        "POST, /jobs/{name}/run, false",
        "GET, /jobs, false",
        "DELETE, /jobs/{name}, false"
    })
    void anActionOnOneThingMayComeWithoutABody(String method, String path, boolean needsObject) {
        assertThat(new Open("jobs", method, path, true).needsObject()).isEqualTo(needsObject);
    }

    @Test
    void namesTheParametersOfAPath() {
        assertThat(new Open("f", "GET", "/a/{id}/b/{rest+}", true).parameters()).containsExactly("id", "rest");
    }

    private static FunctionDefinition http(String name, String... routes) {
        return function(
                name,
                new Trigger.Http(Stream.of(routes)
                        .map(route -> route.split(" "))
                        .map(route -> new Trigger.Route(route[0], route[1]))
                        .toList()));
    }

    private static FunctionDefinition function(String name, Trigger trigger) {
        return new FunctionDefinition(
                name,
                "a function",
                "io.lumia.functions.Sample",
                trigger,
                List.of(),
                List.of(),
                List.of(),
                Access.NONE,
                Access.NONE,
                128,
                1,
                OptionalInt.empty(),
                List.of(),
                Map.of());
    }
}
