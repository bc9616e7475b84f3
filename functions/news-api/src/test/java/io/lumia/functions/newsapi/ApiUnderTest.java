package io.lumia.functions.newsapi;

import io.lumia.web.testing.ApiCalls;
import io.lumia.web.testing.TestBooks;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real handler over {@link TestBooks} and {@link NewsBooks}. */
public final class ApiUnderTest extends ApiCalls {

    private static @Nullable ApiUnderTest shared;

    private ApiUnderTest(ApplicationContext context) {
        super(context, new NewsApiHandler(context));
    }

    /** One for all tests that do not write. */
    public static synchronized ApiUnderTest shared() {
        if (shared == null) {
            shared = start(Map.of());
        }
        return shared;
    }

    /** With books of its own, for tests that write. */
    public static ApiUnderTest writable() {
        return start(Map.of());
    }

    private static ApiUnderTest start(Map<String, Object> settings) {
        Map<String, Object> properties = TestBooks.filled().database().properties();
        properties.putAll(settings);
        ApplicationContext context = ApplicationContext.builder()
                .properties(properties)
                .singletons(Clock.fixed(NOW, ZoneOffset.UTC), new FakeEventBus())
                .start();
        NewsBooks.fill(context);
        return new ApiUnderTest(context);
    }

    /** Gives its connections back; for one that is not shared. */
    public void close() {
        context().close();
    }

    /** The id of the article whose title begins so. */
    public String idOf(String beginning) {
        return get("/api/v1/news?per_page=200").rows("data").stream()
                .filter(article -> String.valueOf(article.get("title")).startsWith(beginning))
                .map(article -> String.valueOf(article.get("id")))
                .findFirst()
                .orElseThrow();
    }
}
