package io.lumia.functions.recommendationapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.kernel.access.Principal;
import io.lumia.kernel.access.Principal.Kind;
import io.lumia.kernel.access.Role;
import io.lumia.platform.http.Admission;
import io.lumia.web.testing.ApiCalls.Answer;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route with an id, with the id of something that another one has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OtherTenantTest {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String BACKTESTS = "/api/v1/backtests";
    private static final String FEEDBACK = "{\"kind\": \"rating\", \"value\": 5}";

    private final ApiUnderTest api = ApiUnderTest.start(Map.of());
    private final Admission owner = advisor(1);
    private final Admission other = advisor(2);
    private final String recommendation = made(ApiUnderTest.PATH, ApiUnderTest.QUESTION);
    private final String backtest = made(BACKTESTS, """
            {"request": {"capital": 25000, "risk_tolerance": "moderate", "investment_horizon": "long"},
             "from": "2014-06-30", "to": "2014-12-30"}""");

    @AfterAll
    void close() {
        api.close();
    }

    /** From the router, so that a new route is not forgotten. */
    Stream<String> routesWithAnId() {
        return api.bean(Router.class)
                .uriRoutes()
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString())
                .filter(route -> route.contains("{id}"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("routesWithAnId")
    void whatAnotherOneHasIsNotThere(String route) {
        String method = route.split(" ")[0];
        String path = route.split(" ")[1];
        String id = path.startsWith(BACKTESTS) ? backtest : recommendation;

        Answer foreign = ask(other, method, path.replace("{id}", id));
        Answer nobodys = ask(other, method, path.replace("{id}", "01935a1e-0000-7000-8000-00000000dead"));
        Answer own = ask(owner, method, path.replace("{id}", id));

        assertThat(foreign.status()).as(route).isEqualTo(404);
        assertThat(nobodys.status()).as(route).isEqualTo(404);
        assertThat(own.status()).as(own.body()).isLessThan(300);
    }

    @Test
    void listsShowOnlyOnesOwn() {
        for (String path : List.of(ApiUnderTest.PATH, BACKTESTS)) {
            assertThat(ask(owner, "GET", path).rows("data")).as(path).hasSize(1);
            assertThat(ask(other, "GET", path).rows("data")).as(path).isEmpty();
        }
    }

    private String made(String path, String body) {
        Answer answer = api.sendAs(owner, "POST", path, JSON, body);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return String.valueOf(answer.at("data", "id"));
    }

    private Answer ask(Admission caller, String method, String path) {
        return api.sendAs(caller, method, path, JSON, path.endsWith("/feedback") ? FEEDBACK : null);
    }

    private static Admission advisor(int number) {
        return new Admission(
                new Principal(Kind.PERSON, new UUID(7, number).toString(), Role.ADVISOR, Role.ADVISOR.scopes(), null),
                null);
    }
}
