package io.lumia.functions.collectionapi;

import io.lumia.functions.collectionapi.collector.FakeWebAdapter;
import io.lumia.web.testing.ApiCalls;
import io.lumia.web.testing.TestBooks;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.ZoneOffset;
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
                .singletons(Clock.fixed(NOW, ZoneOffset.UTC), new FakeEventBus(), new FakeWebAdapter())
                .start());
    }
}
