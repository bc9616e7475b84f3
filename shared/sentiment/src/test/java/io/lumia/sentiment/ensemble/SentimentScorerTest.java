package io.lumia.sentiment.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.sentiment.Lexicon;
import io.lumia.sentiment.ModelInfo;
import io.lumia.sentiment.ModelReading;
import io.lumia.sentiment.NotScored;
import io.lumia.sentiment.Polarity;
import io.lumia.sentiment.Probabilities;
import io.lumia.sentiment.Scoring;
import io.lumia.sentiment.Sentiment;
import io.lumia.sentiment.SentimentModel;
import io.lumia.sentiment.TextKind;
import io.lumia.sentiment.calibration.AgreementRule;
import io.lumia.sentiment.calibration.Calibration;
import io.lumia.sentiment.calibration.KindCalibration;
import io.lumia.sentiment.calibration.LexiconTable;
import io.lumia.sentiment.calibration.Temperature;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SentimentScorerTest {

    private static final Probabilities GOOD = new Probabilities(0.1, 0.1, 0.8);
    private static final Probabilities LEXICON_SAYS_BAD = new Probabilities(0.5, 0.3, 0.2);
    private static final Lexicon LEXICON = new Lexicon("words-1", text -> text.contains("bad") ? -0.5 : 0.0);
    private static final KindCalibration KIND = new KindCalibration(
            100,
            new Temperature(1.0),
            new AgreementRule(0.0, 0.0, -Math.log(4.0)),
            new LexiconTable(LEXICON_SAYS_BAD, Probabilities.ofWeights(1, 2, 1), GOOD),
            0.55);
    private static final Calibration CALIBRATION =
            new Calibration("fake-1", "words-1", 2, LocalDate.of(2026, 11, 26), KIND, KIND);

    private final SentimentScorer scorer = SentimentScorer.of(new FakeModel(text -> GOOD), LEXICON, CALIBRATION);

    @Test
    void takesTheTransformersWordForNews() {
        Sentiment sentiment = sentiment(scorer.score(ScoreRequest.of("Not bad", TextKind.NEWS)));

        assertThat(sentiment.score()).isCloseTo(0.7, within(1e-9));
        assertThat(sentiment.confidence()).isCloseTo(0.8, within(1e-9));
        assertThat(sentiment.abstained()).isFalse();
        assertThat(sentiment.modelVersion()).isEqualTo("fake-1+c2");
        assertThat(sentiment.tokens()).isEqualTo(5);
    }

    /** Odds of 4 to 1 divided by 4 are even. */
    @Test
    void isLessSureOfAPostThatTheLexiconOpposes() {
        Sentiment sentiment = sentiment(scorer.score(ScoreRequest.of("Not bad", TextKind.SOCIAL)));

        assertThat(sentiment.score()).isCloseTo(0.7, within(1e-9));
        assertThat(sentiment.confidence()).isCloseTo(0.5, within(1e-9));
        assertThat(sentiment.abstained()).isTrue();
    }

    @Test
    void abstainsBelowTheThresholdOnly() {
        SentimentScorer at =
                SentimentScorer.of(new FakeModel(t -> new Probabilities(0.2, 0.25, 0.55)), LEXICON, CALIBRATION);
        SentimentScorer below =
                SentimentScorer.of(new FakeModel(t -> new Probabilities(0.2, 0.26, 0.54)), LEXICON, CALIBRATION);

        assertThat(sentiment(below.score(ScoreRequest.of("x", TextKind.NEWS))).abstained())
                .isTrue();
        assertThat(sentiment(at.score(ScoreRequest.of("x", TextKind.NEWS))).abstained())
                .isFalse();
    }

    @Test
    void saysWhyATextIsNotScored() {
        List<Scoring> scored = scorer.score(List.of(
                ScoreRequest.of(" \t", TextKind.NEWS),
                new ScoreRequest("Gewinn steigt", TextKind.NEWS, "de"),
                new ScoreRequest("Profit rises", TextKind.NEWS, "en-GB"),
                ScoreRequest.of("Gewinn steigt", TextKind.NEWS)));

        assertThat(scored.get(0)).isEqualTo(new NotScored(NotScored.Reason.BLANK));
        assertThat(scored.get(1)).isEqualTo(new NotScored(NotScored.Reason.NOT_ENGLISH));
        assertThat(scored.get(2)).isInstanceOf(Sentiment.class);
        assertThat(scored.get(3)).isInstanceOf(Sentiment.class);
    }

    @Test
    void fallsBackOnTheLexiconAndSaysSo() {
        SentimentScorer broken = SentimentScorer.of(
                new FakeModel(text -> {
                    throw new AppException(ErrorCode.INTERNAL, "out of memory");
                }),
                LEXICON,
                CALIBRATION);

        Sentiment fallback = sentiment(broken.score(ScoreRequest.of("bad", TextKind.NEWS)));

        assertThat(fallback.scoredBy()).isEqualTo(Sentiment.ScoredBy.LEXICON);
        assertThat(fallback.modelVersion()).isEqualTo("words-1+c2");
        assertThat(fallback.probabilities()).isEqualTo(LEXICON_SAYS_BAD);
        assertThat(fallback.confidence()).isEqualTo(0.5);
        assertThat(fallback.abstained()).isTrue();
        assertThat(SentimentScorer.withoutTransformer(LEXICON, CALIBRATION).version())
                .isEqualTo("words-1+c2");
    }

    @Test
    void refusesACalibrationOfAnotherModel() {
        Calibration other = new Calibration("other-1", "words-1", 1, LocalDate.of(2026, 11, 26), KIND, KIND);

        assertThatThrownBy(() -> SentimentScorer.of(new FakeModel(text -> GOOD), LEXICON, other))
                .hasMessageContaining("calibration's model is 'other-1'; allowed: fake-1");
        assertThatThrownBy(() -> SentimentScorer.withoutTransformer(new Lexicon("words-2", text -> 0), CALIBRATION))
                .hasMessageContaining("calibration's lexicon");
    }

    private static Sentiment sentiment(Scoring scoring) {
        return (Sentiment) scoring;
    }

    private record FakeModel(Function<String, Probabilities> opinion) implements SentimentModel {

        @Override
        public List<ModelReading> read(List<String> texts) {
            return texts.stream()
                    .map(text -> new ModelReading(opinion.apply(text), 5, false))
                    .toList();
        }

        @Override
        public ModelInfo info() {
            return new ModelInfo("fake", "1", "none", List.of(Polarity.values()), 64);
        }
    }
}
