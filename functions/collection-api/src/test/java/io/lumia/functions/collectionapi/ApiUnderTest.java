package io.lumia.functions.collectionapi;

import io.lumia.functions.collectionapi.collector.FakeWebAdapter;
import io.lumia.functions.collectionapi.deadletter.FakeDeadLetterBox;
import io.lumia.platform.database.Sql;
import io.lumia.web.testing.ApiCalls;
import io.lumia.web.testing.TestBooks;
import io.micronaut.context.ApplicationContext;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real handler over {@link TestBooks}. */
public final class ApiUnderTest extends ApiCalls {

    private static @Nullable ApiUnderTest shared;

    private ApiUnderTest(ApplicationContext context) {
        super(context, new CollectionApiHandler(context));
    }

    /** One for all tests that do not write. */
    public static synchronized ApiUnderTest shared() {
        if (shared == null) {
            shared = start(Map.of());
        }
        return shared;
    }

    /** With books of its own. */
    public static ApiUnderTest start(Map<String, Object> settings) {
        Map<String, Object> properties = TestBooks.filled().database().properties();
        properties.putAll(settings);
        return new ApiUnderTest(ApplicationContext.builder()
                .properties(properties)
                .singletons(
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new FakeEventBus(),
                        new FakeWebAdapter(),
                        new FakeScheduleEngine(),
                        new FakeDeadLetterBox())
                .start());
    }

    /** With books of its own, for tests that write. */
    public static ApiUnderTest writable() {
        return start(Map.of());
    }

    /** Gives its connections back; for one that is not shared. */
    public void close() {
        context().close();
    }

    /** Sends JSON, or nothing where the body is empty. */
    public Answer sendJson(String method, String path, String body) {
        return send(method, path, Map.of("Content-Type", "application/json"), body.isEmpty() ? null : body);
    }

    /** A statement that no port has. */
    public void execute(String statement) {
        bean(Sql.class).prepare(statement, PreparedStatement::executeUpdate);
    }

    /** The only column of a query. */
    public List<String> texts(String query) {
        return bean(Sql.class).prepare(query, statement -> {
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        });
    }
}
