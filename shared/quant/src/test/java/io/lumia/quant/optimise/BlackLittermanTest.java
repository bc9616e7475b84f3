package io.lumia.quant.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.optimise.BlackLitterman.Confidence;
import io.lumia.quant.optimise.BlackLitterman.Posterior;
import io.lumia.quant.optimise.BlackLitterman.View;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlackLittermanTest {

    private static final SymmetricMatrix COVARIANCE = SymmetricMatrix.of(new double[][] {{0.04, 0.01}, {0.01, 0.09}});
    private static final BlackLitterman MARKET = new BlackLitterman(COVARIANCE, new double[] {0.6, 0.4}, 2.5, 0.05);

    private static View view(Confidence confidence) {
        return new View(new double[] {1, 0}, 0.15, confidence);
    }

    @Test
    void withoutViewsTheMarketsOpinionStays() {
        Posterior posterior = MARKET.posterior(List.of());

        // 2.5·(0.04·0.6 + 0.01·0.4) and 2.5·(0.01·0.6 + 0.09·0.4)
        assertThat(posterior.expectedReturns()).containsExactly(new double[] {0.07, 0.105}, within(1e-15));
        assertThat(posterior.covariance().at(1, 1)).isCloseTo(0.09 * 1.05, within(1e-15));
    }

    @Test
    void aCertainViewIsMetAndOneOfNoConfidenceIgnored() {
        Posterior certain = MARKET.posterior(List.of(view(new Confidence.Stated(1))));
        Posterior ignored = MARKET.posterior(List.of(view(new Confidence.Stated(0))));
        Posterior half = MARKET.posterior(List.of(view(new Confidence.Stated(0.5))));

        assertThat(certain.expectedReturns()[0]).isCloseTo(0.15, within(1e-15));
        assertThat(ignored.expectedReturns()[0]).isCloseTo(0.07, within(1e-15));
        assertThat(half.expectedReturns()[0]).isCloseTo(0.11, within(1e-15));
        assertThat(half.expectedReturns())
                .containsExactly(
                        MARKET.posterior(List.of(view(new Confidence.AsTheMarket())))
                                .expectedReturns(),
                        within(1e-15));
    }

    @Test
    void saysHowFarTheMeanMovesWithAView() {
        View before = view(new Confidence.Stated(0.5));
        View after = new View(before.loadings(), before.expectedReturn() + 0.01, before.confidence());
        View ignored = view(new Confidence.Stated(0));

        Posterior first = MARKET.posterior(List.of(ignored, before));
        Posterior second = MARKET.posterior(List.of(ignored, after));

        assertThat(first.response()[0]).containsExactly(0, 0);
        for (int i = 0; i < 2; i++) {
            double moved = second.expectedReturns()[i] - first.expectedReturns()[i];
            assertThat(first.response()[1][i]).isCloseTo(moved / 0.01, within(1e-12));
        }
    }

    @Test
    void refusesTwoCertainViewsOfTheSamePortfolio() {
        View certain = view(new Confidence.ErrorVariance(0));

        assertThatThrownBy(() -> MARKET.posterior(List.of(certain, certain))).hasMessageContaining("views");
    }

    @Test
    void refusesWeightsOfNothing() {
        assertThat(BlackLitterman.marketWeights(new double[] {30, 10})).containsExactly(0.75, 0.25);
        assertThatThrownBy(() -> BlackLitterman.marketWeights(new double[] {0, 0}))
                .hasMessageContaining("capitalisation of asset 0");
    }
}
