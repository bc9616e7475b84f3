package io.lumia.quant.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyTest {

    @Test
    void solvesWhatCanBeCheckedByHand() {
        SymmetricMatrix matrix = SymmetricMatrix.of(new double[][] {{4, 2}, {2, 3}});

        assertThat(Cholesky.of("matrix", matrix).solve(new double[] {8, 8}))
                .containsExactly(new double[] {1, 2}, within(1e-15));
    }

    @Test
    void namesTheFirstRowThatDependsOnOthers() {
        SymmetricMatrix singular = SymmetricMatrix.of(new double[][] {{1, 0, 1}, {0, 1, 1}, {1, 1, 2}});

        assertThatThrownBy(() -> Cholesky.of("covariance", singular))
                .hasMessageContaining("covariance is 'not positive definite at row 2'");
    }

    @Test
    void growsAndShrinksLikeAFactorMadeAnew() {
        Random random = new Random(1);
        int order = 30;
        double[][] rows = new double[order][order];
        for (int t = 0; t < 3 * order; t++) {
            double[] day = random.doubles(order, -1, 1).toArray();
            for (int i = 0; i < order; i++) {
                Loops.add(rows[i], day[i], day, 0, order);
            }
        }
        SymmetricMatrix matrix = SymmetricMatrix.of(rows);
        GrowingCholesky factor = new GrowingCholesky();
        List<Integer> members = new ArrayList<>();
        for (int step = 0; step < 500; step++) {
            int candidate = random.nextInt(order);
            int position = members.indexOf(candidate);
            if (position >= 0) {
                factor.remove(position);
                members.remove(position);
            } else {
                double[] column = members.stream()
                        .mapToDouble(k -> matrix.at(candidate, k))
                        .toArray();
                assertThat(factor.append(column, matrix.at(candidate, candidate)))
                        .isTrue();
                members.add(candidate);
            }
            assertSolves(factor, matrix, members, random);
        }
    }

    private static void assertSolves(
            GrowingCholesky factor, SymmetricMatrix matrix, List<Integer> members, Random random) {
        double[] right = random.doubles(members.size(), -1, 1).toArray();
        double[] x = right.clone();
        factor.solve(x);
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int k = 0; k < x.length; k++) {
                sum += matrix.at(members.get(i), members.get(k)) * x[k];
            }
            assertThat(sum).isCloseTo(right[i], within(1e-12));
        }
    }
}
