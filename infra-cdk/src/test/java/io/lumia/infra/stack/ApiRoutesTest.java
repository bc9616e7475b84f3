package io.lumia.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.infra.settings.StageSettings.WritesWithoutAuthoriser;
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
    void refusesRoutesThatAnybodyCouldWriteTo() {
        assertThatThrownBy(() -> ApiRoutes.of(List.of(READER, WRITER), WritesWithoutAuthoriser.REFUSE))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("anybody could call POST /b, DELETE /b/{id}")
                .hasMessageContaining("authorize");
    }

    @Test
    void leavesThemOutWhereTheSettingsSaySo() {
        ApiRoutes routes = ApiRoutes.of(List.of(READER, WRITER), WritesWithoutAuthoriser.LEAVE_OUT);

        assertThat(titles(routes.open())).containsExactly("GET /a", "HEAD /a", "OPTIONS /a", "GET /b");
        assertThat(titles(routes.leftOut())).containsExactly("POST /b", "DELETE /b/{id}");
        assertThat(routes.hasAuthoriser()).isFalse();
    }

    @Test
    void opensThemToAnybodyOnlyWhereTheSettingsSaySo() {
        ApiRoutes routes = ApiRoutes.of(List.of(READER, WRITER), WritesWithoutAuthoriser.PUBLIC);

        assertThat(titles(routes.open())).contains("POST /b");
    }

    @Test
    void needsNoPermissionToOfferWhatOnlyReads() {
        assertThat(ApiRoutes.of(List.of(READER), WritesWithoutAuthoriser.REFUSE).open())
                .hasSize(3);
    }

    @Test
    void theFolderAuthorizeOpensEverything() {
        ApiRoutes routes = ApiRoutes.of(List.of(READER, WRITER, AUTHORISER), WritesWithoutAuthoriser.REFUSE);

        assertThat(routes.hasAuthoriser()).isTrue();
        assertThat(routes.open()).hasSize(6);
        assertThat(routes.leftOut()).isEmpty();
    }

    @Test
    void refusesARouteThatTwoFunctionsAnswer() {
        FunctionDefinition other = http("other", "GET /a");

        assertThatThrownBy(() -> ApiRoutes.of(List.of(READER, other), WritesWithoutAuthoriser.REFUSE))
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

    private static List<String> titles(List<Open> routes) {
        return routes.stream().map(Open::title).toList();
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
