package io.lumia.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ForgetDeliveriesTest {

    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();
    private final ApplicationContext context = ApplicationContext.run(database.properties());
    private final ForgetDeliveries forgetting = context.getBean(ForgetDeliveries.class);

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    @Test
    void forgetsEventsSentMoreThanThirtyDaysAgoAndNoneThatWaits() {
        event("old", "31 days", "31 days");
        event("new", "31 days", "29 days");
        event("waiting for years", "800 days", null);

        assertThat(forgetting.forget()).isEqualTo(1);

        assertThat(column("SELECT source FROM platform.outbox ORDER BY sequence_number"))
                .containsExactly("new", "waiting for years");
    }

    @Test
    void forgetsMessagesOnlyWhenNoArchiveCanBringThemBack() {
        message("old", "401 days");
        message("a year old, as the oldest event of an archive", "365 days");

        assertThat(forgetting.forget()).isEqualTo(1);

        assertThat(column("SELECT consumer FROM platform.inbox"))
                .containsExactly("a year old, as the oldest event of an archive");
    }

    @Test
    void goesOnWhereABatchIsFull() {
        run("""
                INSERT INTO platform.inbox (consumer, message_id, accepted_at)
                SELECT 'load', gen_random_uuid(), now() - interval '500 days' FROM generate_series(1, %d)
                """.formatted(2 * ForgetDeliveries.ROWS_AT_ONCE + 1));

        assertThat(forgetting.forget()).isEqualTo(2 * ForgetDeliveries.ROWS_AT_ONCE + 1);
        assertThat(forgetting.forget()).isZero();
    }

    private void event(String source, String addedAgo, @Nullable String sentAgo) {
        run("""
                INSERT INTO platform.outbox (event_id, source, detail_type, detail, added_at, sent_at)
                VALUES (gen_random_uuid(), '%s', 'PricesLoaded', '{}', now() - interval '%s', now() - %s)
                """.formatted(source, addedAgo, sentAgo == null ? "NULL::interval" : "interval '" + sentAgo + "'"));
    }

    private void message(String consumer, String acceptedAgo) {
        run("INSERT INTO platform.inbox VALUES ('%s', gen_random_uuid(), now() - interval '%s')"
                .formatted(consumer, acceptedAgo));
    }

    private void run(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> column(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
