package io.lumia.local.drill;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a row ten times a second and knows which of them the database has confirmed. */
final class Heartbeat implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration END_LIMIT = Duration.ofSeconds(30);

    private final Connection connection;
    private final Clock clock;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile long confirmed;

    private Heartbeat(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("heartbeat").unstarted(this::beat);
    }

    static Heartbeat start(String jdbcUrl, Clock clock) throws SQLException {
        Connection connection = DriverManager.getConnection(jdbcUrl);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA drill");
            statement.execute("CREATE TABLE drill.beat (number bigint PRIMARY KEY, milliseconds bigint NOT NULL)");
        }
        Heartbeat heartbeat = new Heartbeat(connection, clock);
        heartbeat.thread.start();
        return heartbeat;
    }

    /** How many rows were confirmed. */
    long confirmed() {
        return confirmed;
    }

    /** What a database has of them. */
    record Found(long number, Optional<Instant> last) {}

    static Found in(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*), max(milliseconds) FROM drill.beat")) {
            row.next();
            @Nullable Long last = (Long) row.getObject(2);
            return new Found(row.getLong(1), Optional.ofNullable(last).map(Instant::ofEpochMilli));
        }
    }

    /** Ends at a failure, which is what the drill is about. */
    private void beat() {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO drill.beat (number, milliseconds) VALUES (?, ?)")) {
            while (!stopped) {
                insert.setLong(1, confirmed + 1);
                insert.setLong(2, clock.millis());
                insert.executeUpdate();
                confirmed++;
                Thread.sleep(PAUSE);
            }
        } catch (SQLException _) {
            stopped = true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws SQLException {
        stopped = true;
        try {
            thread.join(END_LIMIT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
