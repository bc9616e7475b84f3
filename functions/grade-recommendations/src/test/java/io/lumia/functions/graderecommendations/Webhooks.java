package io.lumia.functions.graderecommendations;

import io.lumia.accounts.UserId;
import io.lumia.accounts.webhook.Endpoint;
import io.lumia.accounts.webhook.EndpointUrl;
import io.lumia.accounts.webhook.Endpoints;
import io.lumia.accounts.webhook.WebhookEventType;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who subscribed, and who was told what. */
record Webhooks(EmbeddedDatabase database, ApplicationContext context) {

    void subscribe(UserId owner) {
        Endpoint endpoint = new Endpoint(
                owner.value(),
                owner,
                EndpointUrl.parse("https://hooks.example/"),
                "",
                Set.of(WebhookEventType.RECOMMENDATION_GRADED),
                Endpoint.Status.ACTIVE,
                "",
                Instant.EPOCH);
        context.getBean(Endpoints.class)
                .add(endpoint, new Endpoints.SealedSecret(owner.value(), new byte[1], Instant.EPOCH));
    }

    /** Owner and message of each delivery. */
    List<String> told() throws SQLException {
        List<String> told = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                    SELECT d.owner_id || ' ' || m.body FROM accounts.webhook_delivery d
                      JOIN accounts.webhook_message m USING (message_id)\
                    """)) {
            while (rows.next()) {
                told.add(rows.getString(1));
            }
        }
        return told;
    }
}
