package io.lumia.functions.accountapi;

import io.lumia.web.testing.ApiCalls;
import io.lumia.web.testing.EveryRoute;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;

class EveryRouteTest extends EveryRoute {

    private static final ApiUnderTest API = ApiUnderTest.start();
    private static final Member ANN = API.member("ann@example.org");
    private static final String KEY = "/api/v1/keys/" + Examples.key(API, ANN);
    private static final String WEBHOOK_ID = Examples.webhook(API, ANN);
    private static final String WEBHOOK = "/api/v1/webhooks/" + WEBHOOK_ID;
    private static final String DELIVERY = WEBHOOK + "/deliveries/" + Examples.delivery(API, ANN, WEBHOOK_ID);
    private static final String KEY_SET = "/.well-known/jwks.json";

    static {
        API.admit(ApiUnderTest.admin(ANN));
    }

    @AfterAll
    static void close() {
        API.close();
    }

    @Override
    protected ApiCalls api() {
        return API;
    }

    @Override
    protected List<String> routes() {
        return Stream.of(
                        readOnlyRoutes(),
                        List.of("/api/v1/users/me/profile", "/api/v1/keys", KEY, "/api/v1/webhooks", WEBHOOK))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    protected List<String> readOnlyRoutes() {
        return List.of(
                "/api/v1/users/me",
                "/api/v1/users/me/sessions",
                "/api/v1/users/me/export",
                KEY_SET,
                KEY + "/usage",
                WEBHOOK + "/deliveries",
                DELIVERY,
                "/api/v1/audit");
    }

    @Override
    protected List<String> dataRoutes() {
        return routes().stream().filter(route -> !route.equals(KEY_SET)).toList();
    }

    /** Being asked for an export is noted, so that the audit log is another each time. */
    @Override
    protected List<String> steadyRoutes() {
        return dataRoutes().stream()
                .filter(route -> !route.equals("/api/v1/audit"))
                .toList();
    }

    @Override
    protected List<String> textParameters() {
        return List.of(
                "/api/v1/keys?page=",
                "/api/v1/keys/",
                KEY + "/usage?start=",
                KEY + "/usage?end=",
                "/api/v1/webhooks/",
                WEBHOOK + "/deliveries?per_page=",
                WEBHOOK + "/deliveries/",
                "/api/v1/audit?actor=",
                "/api/v1/audit?subject=",
                "/api/v1/audit?kind=",
                "/api/v1/audit?start=");
    }
}
