package io.lumia.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.kernel.AppException;
import io.lumia.platform.event.EventBus;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.time.NamedIds;
import io.lumia.testing.EmbeddedDatabase;
import io.lumia.testing.ResettingProxy;
import io.micronaut.context.ApplicationContext;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fault 2: the connection is reset after COMMIT was sent. What was done is done once, whether its worker knows it or not. */
@Timeout(60)
final class CommitLostTest {

    private static final UUID MESSAGES = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final int COUNT = 60;
    private static final int BREAK_EVERY = 3;
    private static final int MOST_DELIVERIES = 5;

    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();

    @Test
    void eachMessageTakesEffectExactlyOnce() {
        EventBus bus = _ -> {};
        try (ResettingProxy proxy = ResettingProxy.before(database.url(), BREAK_EVERY);
                ApplicationContext context = ApplicationContext.builder()
                        .properties(through(proxy))
                        .singletons(bus)
                        .start()) {
            Worker worker = new Worker(
                    context.getBean(Transactions.class),
                    context.getBean(Sql.class),
                    context.getBean(Inbox.class),
                    context.getBean(Outbox.class));
            worker.run("CREATE TABLE tally (message int NOT NULL)");

            for (int message = 0; message < COUNT; message++) {
                worker.deliverUntilTaken(message);
            }

            assertThat(proxy.resets()).as("commits that nobody heard of").isGreaterThan(COUNT / BREAK_EVERY / 2);
            assertThat(worker.numbers("SELECT message FROM tally ORDER BY message"))
                    .hasSize(COUNT)
                    .doesNotHaveDuplicates();
            assertThat(worker.numbers("SELECT count(*) FROM platform.outbox")).containsExactly(COUNT);
        }
    }

    private static final class Worker {

        private final Transactions transactions;
        private final Sql sql;
        private final Inbox inbox;
        private final Outbox outbox;

        Worker(Transactions transactions, Sql sql, Inbox inbox, Outbox outbox) {
            this.transactions = transactions;
            this.sql = sql;
            this.inbox = inbox;
            this.outbox = outbox;
        }

        /** As a queue does: again, as long as it fails. */
        void deliverUntilTaken(int message) {
            for (int delivery = 1; delivery <= MOST_DELIVERIES; delivery++) {
                try {
                    take(message);
                    return;
                } catch (AppException e) {
                    assertThat(delivery).as(e.getMessage()).isLessThan(MOST_DELIVERIES);
                }
            }
        }

        private void take(int message) {
            UUID id = NamedIds.of(MESSAGES, "message-" + message);
            transactions.inTransaction(() -> {
                if (inbox.accept("tally", id)) {
                    run("INSERT INTO tally VALUES (%d)".formatted(message));
                    outbox.add(id, new Announcement("lumia.test", "Tallied", "{}"));
                }
            });
        }

        void run(String text) {
            sql.prepare(text, PreparedStatement::execute);
        }

        List<Integer> numbers(String query) {
            return transactions.inTransaction(() -> sql.prepare(query, statement -> {
                List<Integer> numbers = new ArrayList<>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        numbers.add(rows.getInt(1));
                    }
                }
                return numbers;
            }));
        }
    }

    private Map<String, Object> through(ResettingProxy proxy) {
        Map<String, Object> properties = database.properties();
        properties.put("datasources.default.url", proxy.url());
        return properties;
    }
}
