package io.lumia.functions.sentimentapi;

import io.lumia.sentiment.calibration.CalibrationFile;
import io.lumia.sentiment.ensemble.SentimentScorer;
import io.lumia.sentiment.transformer.SentimentScorers;
import io.lumia.web.testing.ApiCalls;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real handler with the model that ships, and without a database. */
public final class ApiUnderTest extends ApiCalls {

    private static @Nullable ApiUnderTest shared;

    private ApiUnderTest(ApplicationContext context) {
        super(context, new SentimentApiHandler(context));
    }

    public static synchronized ApiUnderTest shared() {
        if (shared == null) {
            shared = new ApiUnderTest(ApplicationContext.builder()
                    .deduceEnvironment(false)
                    .properties(Map.of("lumia.sentiment.cache", "target/models"))
                    .singletons(Clock.fixed(NOW, ZoneOffset.UTC))
                    .start());
        }
        return shared;
    }

    /** With a model whose answers are the same on every processor. */
    public static ApiUnderTest withSteadyModel() {
        SentimentScorer scorer =
                SentimentScorer.of(new SteadyModel(), SentimentScorers.vader(), CalibrationFile.shipped());
        return new ApiUnderTest(ApplicationContext.builder()
                .deduceEnvironment(false)
                .singletons(Clock.fixed(NOW, ZoneOffset.UTC), scorer)
                .start());
    }

    public Answer score(String body) {
        return send("POST", "/api/v1/sentiment/score", Map.of("Content-Type", "application/json"), body);
    }
}
