package io.lumia.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.event.EventBus;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.request.Cause;
import io.lumia.platform.request.RequestScope;
import io.lumia.platform.request.TraceContext;
import io.lumia.platform.request.TraceScope;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** At-least-once delivery, exactly-once effect: inbox, outbox and transactions on a real database. */
final class DeliveryTest {

    private static final UUID MESSAGE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Announcement LOADED = new Announcement("lumia.load", "PricesLoaded", "{\"n\": 1}");

    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();
    private final RecordingBus bus = new RecordingBus();
    private final ApplicationContext context = ApplicationContext.builder()
            .properties(database.properties())
            .singletons(bus)
            .start();
    private final Transactions transactions = context.getBean(Transactions.class);
    private final Inbox inbox = context.getBean(Inbox.class);
    private final Outbox outbox = context.getBean(Outbox.class);

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    @Test
    void aMessageTakesEffectOncePerConsumer() {
        assertThat(accept("load")).isTrue();
        assertThat(accept("load")).isFalse();
        assertThat(accept("compute-signals")).isTrue();
    }

    @Test
    void aMessageWhoseEffectWasRolledBackComesAgain() {
        assertThatThrownBy(() -> transactions.inTransaction(() -> {
                    inbox.accept("load", MESSAGE);
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(accept("load")).isTrue();
    }

    @Test
    void whatComesAfterTheCommitSeesItAndNeverWhatWasUndone() {
        List<String> seen = new ArrayList<>();

        transactions.inTransaction(() -> {
            inbox.accept("load", MESSAGE);
            transactions.afterCommit(() -> seen.add("rows " + rowsInInbox()));
            seen.add("working");
        });
        assertThatThrownBy(() -> transactions.inTransaction(() -> {
                    transactions.afterCommit(() -> seen.add("undone"));
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        transactions.afterCommit(() -> seen.add("at once"));

        assertThat(seen).containsExactly("working", "rows 1", "at once");
    }

    private int rowsInInbox() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM platform.inbox")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anEventLeavesOnceAndOnlyAfterItsTransaction() {
        assertThatThrownBy(() -> transactions.inTransaction(() -> {
                    outbox.add(UUID.randomUUID(), LOADED);
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        transactions.inTransaction(() -> outbox.add(MESSAGE, LOADED));
        transactions.inTransaction(() -> outbox.add(MESSAGE, LOADED));

        assertThat(outbox.flush(10)).isEqualTo(1);
        assertThat(outbox.flush(10)).isZero();
        assertThat(bus.taken).containsExactly(LOADED);
    }

    @Test
    void anEventLeavesWithTheRequestAndTraceThatItFollowsFrom() {
        TraceContext trace = new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
        try (RequestScope _ = RequestScope.open("request-12345");
                TraceScope _ = TraceScope.open(trace)) {
            Announcement asked = new Announcement("lumia.load", "PricesLoaded", "{}");
            transactions.inTransaction(() -> outbox.add(MESSAGE, asked));
        }

        try (RequestScope _ = RequestScope.open("request-of-another")) {
            outbox.flush(10);
        }

        assertThat(bus.taken.getFirst().cause()).isEqualTo(new Cause("request-12345", trace));
    }

    @Test
    void anEventWaitsWhileTheBusIsDown() {
        transactions.inTransaction(() -> outbox.add(MESSAGE, LOADED));
        bus.down = true;
        assertThatThrownBy(() -> outbox.flush(10)).hasMessageContaining("bus is down");

        bus.down = false;

        assertThat(outbox.flush(10)).isEqualTo(1);
    }

    @Test
    void aDeadlockVictimIsTriedAgain() {
        AtomicInteger attempts = new AtomicInteger();

        int result = transactions.inTransaction(() -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException(new SQLException("deadlock detected", "40P01"));
            }
            return attempts.get();
        });

        assertThat(result).isEqualTo(3);
    }

    @Test
    void aLostConnectionEndsAfterTheNamedNumberOfAttempts() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> transactions.inTransaction(() -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException(new SQLException("connection reset", "08006"));
                }))
                .isInstanceOfSatisfying(AppException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.DATABASE_UNAVAILABLE));
        assertThat(attempts.get()).isEqualTo(Transactions.MAX_ATTEMPTS);
    }

    @Test
    void aBrokenRuleIsNotTriedAgain() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> transactions.inTransaction(() -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException(new SQLException("duplicate key", "23505"));
                }))
                .hasMessageContaining("duplicate key");
        assertThat(attempts.get()).isEqualTo(1);
    }

    private boolean accept(String consumer) {
        return transactions.inTransaction(() -> inbox.accept(consumer, MESSAGE));
    }

    /** Takes what it is given, unless it is down. */
    private static final class RecordingBus implements EventBus {

        private final List<Announcement> taken = new ArrayList<>();
        private boolean down;

        @Override
        public void put(List<Announcement> announcements) {
            if (down) {
                throw new AppException(ErrorCode.TRANSPORT_UNAVAILABLE, "the bus is down");
            }
            taken.addAll(announcements);
        }
    }
}
