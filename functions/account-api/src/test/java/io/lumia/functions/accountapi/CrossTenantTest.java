package io.lumia.functions.accountapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.web.testing.ApiCalls.Answer;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever has an id, asked for by somebody else: it is not there, and stays as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossTenantTest {

    private static final ApiUnderTest API = ApiUnderTest.start();
    private static final Member ANN = API.member("ann@example.org");
    private static final Member BOB = API.member("bob@example.org");
    private static final String SESSION =
            String.valueOf(API.as(ANN, "GET", "/api/v1/users/me/sessions").at("data", 0, "id"));
    private static final String KEY = "/api/v1/keys/" + Examples.key(API, ANN);
    private static final String WEBHOOK_ID = Examples.webhook(API, ANN);
    private static final String WEBHOOK = "/api/v1/webhooks/" + WEBHOOK_ID;
    private static final String DELIVERY = WEBHOOK + "/deliveries/" + Examples.delivery(API, ANN, WEBHOOK_ID);
    private static final String CHANGE =
            "{\"url\": \"https://bob.example.org/\", \"types\": [\"run.finished\"], \"status\": \"paused\"}";

    record Request(String method, String path, String body) {

        @Override
        public String toString() {
            return method + " " + path.replaceAll("[0-9a-f-]{36}", "{id}");
        }
    }

    @AfterAll
    static void close() {
        API.close();
    }

    Stream<Request> requests() {
        return Stream.of(
                new Request("DELETE", "/api/v1/users/me/sessions/" + SESSION, ""),
                new Request("GET", KEY, ""),
                new Request("DELETE", KEY, ""),
                new Request("POST", KEY + "/rotate", ""),
                new Request("GET", KEY + "/usage", ""),
                new Request("GET", WEBHOOK, ""),
                new Request("PUT", WEBHOOK, CHANGE),
                new Request("DELETE", WEBHOOK, ""),
                new Request("POST", WEBHOOK + "/secret", ""),
                new Request("POST", WEBHOOK + "/test", ""),
                new Request("GET", WEBHOOK + "/deliveries", ""),
                new Request("GET", DELIVERY, ""),
                new Request("POST", DELIVERY + "/replay", ""));
    }

    /** From the router, so that a new route is not forgotten; a person's rights are an admin's business and nobody's own. */
    @Test
    void everyRouteWithAnIdIsTried() {
        List<String> routes = API.bean(Router.class)
                .uriRoutes()
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString())
                .filter(route -> route.contains("id}") && !route.contains("/rights") && !route.startsWith("HEAD"))
                .map(route -> route.replaceAll("\\{[a-z_]*id}", "{id}"))
                .distinct()
                .toList();

        assertThat(requests().map(Request::toString)).containsAll(routes);
        assertThat(routes).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void anothersIsNotThere(Request request) {
        Answer answer =
                API.as(BOB, request.method(), request.path(), request.body().isEmpty() ? null : request.body());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("error", "code")).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void andWasNotTouched(Request request) {
        Answer before = API.as(ANN, "GET", KEY);
        Answer webhook = API.as(ANN, "GET", WEBHOOK);

        API.as(BOB, request.method(), request.path(), request.body().isEmpty() ? null : request.body());

        assertThat(API.as(ANN, "GET", KEY).at("data")).isEqualTo(before.at("data"));
        assertThat(API.as(ANN, "GET", WEBHOOK).at("data")).isEqualTo(webhook.at("data"));
        assertThat(API.as(ANN, "GET", "/api/v1/users/me/sessions").rows("data")).hasSize(1);
        assertThat(API.as(BOB, "GET", "/api/v1/keys").rows("data")).isEmpty();
        assertThat(API.as(BOB, "GET", "/api/v1/webhooks").rows("data")).isEmpty();
    }

    @Test
    void aDeliveryOfAnotherWebhookOfOnesOwnIsNotThere() {
        String other = Examples.webhook(API, ANN);
        String delivery = DELIVERY.substring(DELIVERY.lastIndexOf('/') + 1);

        assertThat(API.as(ANN, "GET", "/api/v1/webhooks/" + other + "/deliveries/" + delivery)
                        .status())
                .isEqualTo(404);
    }
}
