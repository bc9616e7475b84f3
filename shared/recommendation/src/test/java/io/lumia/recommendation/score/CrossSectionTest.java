package io.lumia.recommendation.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AppException;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class CrossSectionTest {

    private static final double NONE = Double.NaN;

    @Test
    void ranksFromAboveZeroToBelowOneWithTheMedianAtAHalf() {
        double[] percentiles = everyone(3).percentiles(new double[] {30, -1, 7});

        assertThat(percentiles).containsExactly(new double[] {5 / 6.0, 1 / 6.0, 3 / 6.0}, within(1e-15));
    }

    @Test
    void givesEqualValuesTheirMeanRank() {
        double[] percentiles = everyone(4).percentiles(new double[] {1, 2, 2, 3});

        assertThat(percentiles).containsExactly(0.125, 0.5, 0.5, 0.875);
    }

    @Test
    void takesMinusZeroForZero() {
        assertThat(everyone(2).percentiles(new double[] {0.0, -0.0})).containsExactly(0.5, 0.5);
    }

    @Test
    void ranksTheKnownAmongThemselves() {
        double[] percentiles = everyone(3).percentiles(new double[] {5, NONE, 9});

        assertThat(percentiles).containsExactly(0.25, NONE, 0.75);
    }

    @Test
    void blendsTheSectorsRankWithEveryones() {
        CrossSection section = new CrossSection(List.of("Energy", "Energy", "Utilities", "Utilities"), 2, 0.5);

        double[] percentiles = section.percentiles(new double[] {1, 2, 3, 4});

        assertThat(percentiles)
                .containsExactly(
                        new double[] {
                            0.5 * 0.25 + 0.5 * 0.125,
                            0.5 * 0.75 + 0.5 * 0.375,
                            0.5 * 0.25 + 0.5 * 0.625,
                            0.5 * 0.75 + 0.5 * 0.875
                        },
                        within(1e-15));
    }

    @Test
    void doesNotRankInsideASectorThatIsTooSmallOrNone() {
        CrossSection section = new CrossSection(List.of("Energy", "Utilities", "Utilities", ""), 2, 1);

        double[] percentiles = section.percentiles(new double[] {1, 2, 3, 4});

        assertThat(percentiles).containsExactly(0.125, 0.25, 0.75, 0.875);
    }

    @Test
    void refusesAnotherNumberOfValues() {
        Assertions.assertThatThrownBy(() -> everyone(2).percentiles(new double[3]))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("number of values is '3'");
    }

    private static CrossSection everyone(int count) {
        return new CrossSection(Collections.nCopies(count, ""), 8, 0.5);
    }
}
