package io.lumia.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AppException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentimentDomainTest {

    @Test
    void scoresAsPositiveMinusNegative() {
        Probabilities probabilities = new Probabilities(0.1, 0.3, 0.6);

        assertThat(probabilities.score()).isCloseTo(0.5, within(1e-12));
        assertThat(probabilities.top()).isEqualTo(Polarity.POSITIVE);
        assertThat(probabilities.topProbability()).isEqualTo(0.6);
    }

    @Test
    void prefersNeutralAmongEquals() {
        assertThat(new Probabilities(0.0, 0.5, 0.5).top()).isEqualTo(Polarity.NEUTRAL);
        assertThat(new Probabilities(0.5, 0.0, 0.5).top()).isEqualTo(Polarity.NEGATIVE);
    }

    @ParameterizedTest
    @CsvSource({"-0.1,0.5,0.6", "0.5,0.5,0.1", "NaN,0.5,0.5", "0.2,0.2,0.2", "1.2,-0.1,-0.1"})
    void refusesWhatIsNoDistribution(double negative, double neutral, double positive) {
        assertThatThrownBy(() -> new Probabilities(negative, neutral, positive)).isInstanceOf(AppException.class);
    }

    @Test
    void dividesWeightsByTheirSum() {
        assertThat(Probabilities.ofWeights(1, 1, 2)).isEqualTo(new Probabilities(0.25, 0.25, 0.5));
        assertThatThrownBy(() -> Probabilities.ofWeights(0, 0, 0)).hasMessageContaining("sum of weights");
        assertThatThrownBy(() -> Probabilities.ofWeights(Double.NaN, 1, 1)).hasMessageContaining("sum of weights");
    }

    @Test
    void namesModelAndVersionInOneWord() {
        ModelInfo info = new ModelInfo("fin-sentiment", "1.0", "MIT", List.of(Polarity.values()), 64);

        assertThat(info.id()).isEqualTo("fin-sentiment-1.0");
    }

    @Test
    void refusesAModelThatCannotSayWhatItsOutputsMean() {
        List<Polarity> twice = List.of(Polarity.NEUTRAL, Polarity.NEUTRAL, Polarity.POSITIVE);

        assertThatThrownBy(() -> new ModelInfo("finbert", "1", "Apache-2.0", twice, 64))
                .hasMessageContaining("model labels")
                .hasMessageContaining("each once");
    }

    @Test
    void readsKindsAndLabels() {
        assertThat(TextKind.parse("social")).isEqualTo(TextKind.SOCIAL);
        assertThat(Polarity.parse("Positive")).isEqualTo(Polarity.POSITIVE);
        assertThatThrownBy(() -> TextKind.parse("blog")).hasMessageContaining("kind is 'blog'; allowed: news, social");
        assertThatThrownBy(() -> Polarity.parse("bullish")).hasMessageContaining("negative, neutral, positive");
    }

    @Test
    void refusesAConfidenceOutsideOneAndZero() {
        Probabilities even = Probabilities.ofWeights(1, 1, 1);

        assertThatThrownBy(() -> new Sentiment(even, 1.1, false, Sentiment.ScoredBy.TRANSFORMER, "m-1", 3, false))
                .hasMessageContaining("confidence is '1.1'; allowed: 0 to 1");
    }
}
