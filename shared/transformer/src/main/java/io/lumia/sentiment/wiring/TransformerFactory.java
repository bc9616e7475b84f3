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

/** One scorer for the process; the model is loaded with the first text. */
@Factory
final class TransformerFactory {

    /**
     * @param folder      {@code lumia.sentiment.model}, a folder with another model; empty for the one that ships
     * @param calibration {@code lumia.sentiment.calibration}, the file fitted for that model
     * @param cache       {@code lumia.sentiment.cache}, a folder that may be written
     */
    @Singleton
    @Requires(missingBeans = SentimentScorer.class)
    SentimentScorer sentimentScorer(
            @Value("${lumia.sentiment.model:}") String folder,
            @Value("${lumia.sentiment.calibration:}") String calibration,
            @Value("${lumia.sentiment.cache:`/tmp/lumia-models`}") String cache) {
        TransformerSettings settings = new TransformerSettings(optional(folder), 1, Path.of(cache));
        Calibration fitted = optional(calibration).map(CalibrationFile::read).orElseGet(CalibrationFile::shipped);
        return SentimentScorers.of(settings, fitted);
    }

    @Singleton
    ArticleScorer articleScorer(SentimentScorer scorer) {
        return new ArticleScorer(scorer);
    }

    private static Optional<Path> optional(String path) {
        return path.isBlank() ? Optional.empty() : Optional.of(Path.of(path));
    }
}
