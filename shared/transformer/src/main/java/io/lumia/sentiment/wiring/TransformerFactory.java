package io.lumia.sentiment.wiring;

import io.lumia.sentiment.article.ArticleScorer;
import io.lumia.sentiment.calibration.Calibration;
import io.lumia.sentiment.calibration.CalibrationFile;
import io.lumia.sentiment.ensemble.SentimentScorer;
import io.lumia.sentiment.transformer.SentimentScorers;
import io.lumia.sentiment.transformer.TransformerSettings;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The scorers of a process, over one model. Whoever waits for an answer has one that falls back to the word list, made when
 * it is first injected. Articles are scored by the model alone: it is loaded with the first of them, and where that fails,
 * again with the next.
 */
@Factory
final class TransformerFactory {

    private final TransformerSettings settings;
    private final Calibration calibration;

    /**
     * @param folder      {@code lumia.sentiment.model}, a folder with another model; empty for the one that ships
     * @param calibration {@code lumia.sentiment.calibration}, the file fitted for that model
     * @param cache       {@code lumia.sentiment.cache}, a folder that may be written
     */
    TransformerFactory(
            @Value("${lumia.sentiment.model:}") String folder,
            @Value("${lumia.sentiment.calibration:}") String calibration,
            @Value("${lumia.sentiment.cache:`/tmp/lumia-models`}") String cache) {
        this.settings = new TransformerSettings(optional(folder), 1, Path.of(cache));
        this.calibration = optional(calibration).map(CalibrationFile::read).orElseGet(CalibrationFile::shipped);
    }

    @Singleton
    @Requires(missingBeans = SentimentScorer.class)
    SentimentScorer sentimentScorer() {
        return SentimentScorers.of(settings, calibration);
    }

    @Singleton
    ArticleScorer articleScorer() {
        return new ArticleScorer(() -> SentimentScorers.withTransformer(settings, calibration));
    }

    private static Optional<Path> optional(String path) {
        return path.isBlank() ? Optional.empty() : Optional.of(Path.of(path));
    }
}
