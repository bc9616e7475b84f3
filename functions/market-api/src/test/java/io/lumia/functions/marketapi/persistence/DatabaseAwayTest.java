package io.lumia.functions.marketapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.lumia.functions.marketapi.MarketApiHandler;
import io.lumia.functions.marketapi.health.FakeQueueHealth;
import io.lumia.platform.http.Admission;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {

    /** Each waits for a connection as long as the pool is told to: 400 ms. */
    private static final int MOST_ATTEMPTS = 50;

    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();

    @Test
    void saysSoWhileTheDatabaseIsAwayAndGoesOnAfterwards() throws SQLException {
        Map<String, Object> properties = database.properties();
        properties.put("datasources.default.connection-timeout", 400);
        try (ApplicationContext context = ApplicationContext.builder()
                .properties(properties)
                .singletons(new FakeQueueHealth())
                .start()) {
            MarketApiHandler handler = new MarketApiHandler(context);
            assertThat(get(handler, "/api/v1/assets").getStatusCode()).isEqualTo(200);

            allowConnections(false);
            APIGatewayProxyResponseEvent refused = get(handler, "/api/v1/assets");
            APIGatewayProxyResponseEvent health = get(handler, "/api/v1/health/detailed");

            assertThat(refused.getStatusCode()).isEqualTo(503);
            assertThat(refused.getHeaders()).containsEntry("Retry-After", "5");
            assertThat(refused.getBody())
                    .contains("\"DATABASE_UNAVAILABLE\"")
                    .doesNotContain("jdbc", "SQL", "terminat");
            assertThat(health.getStatusCode()).isEqualTo(200);
            assertThat(health.getBody()).contains("\"status\":\"down\"");

            allowConnections(true);
            assertThat(statusOnceBack(handler)).isEqualTo(200);
        }
    }

    /** The pool waits a little between its attempts to connect. */
    private static int statusOnceBack(MarketApiHandler handler) {
        int status = 0;
        for (int attempt = 0; attempt < MOST_ATTEMPTS && status != 200; attempt++) {
            status = get(handler, "/api/v1/assets").getStatusCode();
        }
        return status;
    }

    private void allowConnections(boolean allowed) throws SQLException {
        String name = database.url().replaceAll(".*/([^/?]+).*", "$1");
        String admin = database.url().replace("/" + name, "/postgres");
        try (Connection connection = DriverManager.getConnection(admin, database.user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE %s WITH ALLOW_CONNECTIONS %s".formatted(name, allowed));
            if (!allowed) {
                statement.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'".formatted(name));
            }
        }
    }

    private static APIGatewayProxyResponseEvent get(MarketApiHandler handler, String path) {
        APIGatewayProxyRequestEvent.ProxyRequestContext context = new APIGatewayProxyRequestEvent.ProxyRequestContext();
        context.setAuthorizer(new HashMap<>(Admission.OPERATOR.context()));
        return handler.handleRequest(
                new APIGatewayProxyRequestEvent()
                        .withHttpMethod("GET")
                        .withPath(path)
                        .withHeaders(Map.of("Accept", "application/json"))
                        .withRequestContext(context),
                null);
    }
}
