package io.lumia.functions.marketapi;

import io.lumia.functions.marketapi.health.FakeQueueHealth;
import io.lumia.web.testing.ApiCalls;
import io.lumia.web.testing.TestBooks;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The real handler over {@link TestBooks} and {@link MarketBooks}. One for all tests: none writes. */
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

    /** One of its own, with more in its books. */
    public static ApiUnderTest with(Consumer<ApplicationContext> filling) {
        ApplicationContext context = start(TestBooks.filled());
        filling.accept(context);
        return new ApiUnderTest(context);
    }

    /** Gives its connections back; for one that is not shared. */
    public void close() {
        context().close();
    }

    private static ApplicationContext start(TestBooks books) {
        Map<String, Object> properties = books.database().properties();
        properties.put("aws.region", "us-east-1");
        ApplicationContext context = ApplicationContext.builder()
                .properties(properties)
                .singletons(Clock.fixed(NOW, ZoneOffset.UTC), new FakeQueueHealth())
                .start();
        MarketBooks.fill(context);
        return context;
    }
}
