package io.lumia.quant.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SymmetricMatrixTest {

    private static final SymmetricMatrix MATRIX =
            SymmetricMatrix.of(new double[][] {{2, 1, 0}, {1, 3, -1}, {0, -1, 4}});

    @Test
    void multiplies() {
        assertThat(MATRIX.times(new double[] {1, 2, 3})).containsExactly(4, 4, 10);
        assertThat(MATRIX.quadraticForm(new double[] {1, 2, 3})).isEqualTo(42);
        assertThat(MATRIX.diagonal()).containsExactly(2, 3, 4);
    }

    @Test
    void takesAPartInItsOrder() {
        assertThat(MATRIX.part(new int[] {2, 1}).toArray()).isDeepEqualTo(new double[][] {{4, -1}, {-1, 3}});
    }

    @Test
    void refusesWhatIsNotSquareFiniteAndSymmetric() {
        assertThatThrownBy(() -> SymmetricMatrix.of(new double[][] {{1, 2}})).hasMessageContaining("columns of row 0");
        assertThatThrownBy(() -> SymmetricMatrix.of(new double[][] {{1, 0.5}, {0.4, 1}}))
                .hasMessageContaining("entry [0, 1] is '0.5'");
        assertThatThrownBy(() -> SymmetricMatrix.of(new double[][] {{1, 0.5}, {Double.NaN, 1}}))
                .hasMessageContaining("entry [1, 0] is 'NaN'");
        assertThatThrownBy(() -> SymmetricMatrix.of(new double[0][0])).hasMessageContaining("order of a matrix");
    }
}
