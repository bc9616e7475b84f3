package io.lumia.functions.marketapi;

import io.lumia.functions.marketapi.health.FakeQueueHealth;
import io.lumia.web.testing.ApiCalls;
import io.lumia.web.testing.TestBooks;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real handler over {@link TestBooks}. One for all tests: none writes. */
public final class ApiUnderTest extends ApiCalls {

    private static @Nullable ApiUnderTest shared;

    private ApiUnderTest(ApplicationContext context) {
        super(context, new MarketApiHandler(context));
    }

    public static synchronized ApiUnderTest shared() {
        if (shared == null) {
            shared = new ApiUnderTest(start(TestBooks.filled()));
        }
        return shared;
    }

    private static ApplicationContext start(TestBooks books) {
        Map<String, Object> properties = books.database().properties();
        properties.put("aws.region", "us-east-1");
        return ApplicationContext.builder()
                .properties(properties)
                .singletons(Clock.fixed(NOW, ZoneOffset.UTC), new FakeQueueHealth())
                .start();
    }
}
