package io.lumia.functions.recommendationapi;

import io.lumia.testing.EmbeddedDatabase;
import io.lumia.web.testing.ApiCalls;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real handler over the market of {@link FakeBooks}, whose last session is 2014-12-31, and a database. */
public final class ApiUnderTest extends ApiCalls {

    public static final String PATH = "/api/v1/recommendations";
    public static final String QUESTION =
            "{\"capital\": 25000, \"risk_tolerance\": \"moderate\", \"investment_horizon\": \"medium\"}";

    private static @Nullable ApiUnderTest shared;

    private ApiUnderTest(ApplicationContext context) {
        super(context, new RecommendationApiHandler(context));
    }

    /** One for all tests that mind no recommendations of others. */
    public static synchronized ApiUnderTest shared() {
        if (shared == null) {
            shared = start(Map.of());
        }
        return shared;
    }

    /** With books of its own. */
    public static ApiUnderTest start(Map<String, Object> settings) {
        return start(settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    public static ApiUnderTest start(Map<String, Object> settings, Clock clock) {
        Map<String, Object> properties = EmbeddedDatabase.fresh().properties();
        properties.putAll(settings);
        return new ApiUnderTest(ApplicationContext.builder()
                .properties(properties)
                .singletons(clock, new CountingIds(), new FakeEventBus())
                .start());
    }

    /** Gives its connections back; for one that is not shared. */
    public void close() {
        context().close();
    }

    public Answer post(String path, String body) {
        return send("POST", path, Map.of("Content-Type", "application/json"), body);
    }

    public Answer recommend(String body) {
        return post(PATH, body);
    }

    /** The id of a new recommendation. */
    public String recommended() {
        return String.valueOf(recommend(QUESTION).at("data", "id"));
    }
}
