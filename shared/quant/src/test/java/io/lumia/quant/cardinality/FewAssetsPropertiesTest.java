package io.lumia.quant.cardinality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.quant.linear.SymmetricMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any problem, by seeded ones of many kinds and by trying everything. */
class FewAssetsPropertiesTest {

    private static final int SEEDS = 6;
    private static final double TOLERANCE = 1e-12;

    @ParameterizedTest
    @EnumSource(RandomMarkets.Kind.class)
    void findsWhatTryingAllPortfoliosFinds(RandomMarkets.Kind kind) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            for (int assets : new int[] {2, 5, 8, 12}) {
                for (Holding holding : holdings(Math.min(assets, 4 - assets / 12))) {
                    check(new RandomMarkets(new SplittableRandom(100L * seed + assets)).problem(kind, assets, holding));
                }
            }
        }
    }

    private static List<Holding> holdings(int most) {
        double share = 1.0 / most;
        return List.of(
                new Holding.Equal(most),
                new Holding.Between(most, 0.05, Math.max(0.6, share)),
                new Holding.Between(most, 0.3, 1),
                new Holding.Between(most, 0, 1),
                new Holding.Between(most, share, share));
    }

    private static void check(FewAssetsProblem problem) {
        double least = AllPortfolios.leastObjective(problem);

        FewAssets few = FewAssets.of(problem);

        String name = problem.assets() + " assets, " + problem.holding();
        assertThat(few.isProven()).as(name).isTrue();
        assertThat(few.objective()).as(name).isCloseTo(least, within(TOLERANCE));
        assertThat(few.lowerBound()).as(name).isLessThanOrEqualTo(least + 1e-15);
        assertThat(problem.objective(few.weights())).as(name).isCloseTo(few.objective(), within(TOLERANCE));
        checkWeights(problem, few);
    }

    private static void checkWeights(FewAssetsProblem problem, FewAssets few) {
        double[] weights = few.weights();
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(TOLERANCE));
        assertThat(few.selection())
                .hasSizeLessThanOrEqualTo(problem.holding().most())
                .isEqualTo(IntStream.range(0, weights.length)
                        .filter(i -> weights[i] != 0)
                        .toArray());
        for (int i : few.selection()) {
            switch (problem.holding()) {
                case Holding.Equal(int most) -> assertThat(weights[i]).isEqualTo(1.0 / most);
                case Holding.Between(int most, double lower, double upper) ->
                    assertThat(weights[i]).isBetween(lower, upper);
            }
        }
    }

    /** Wherever the tangents are drawn, even outside all limits. */
    @ParameterizedTest
    @EnumSource(RandomMarkets.Kind.class)
    void boundsEveryPortfolioFromAnyPoint(RandomMarkets.Kind kind) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            for (Holding holding : holdings(3)) {
                FewAssetsProblem problem = new RandomMarkets(random).problem(kind, 7, holding);
                Scaled scaled = Scaled.of(problem);
                LowerBound bound = new LowerBound(scaled, DiagonalShift.of(scaled));
                double least = AllPortfolios.leastObjective(problem);

                for (int point = 0; point < 20; point++) {
                    double[] x = random.doubles(7, -0.5, 1).toArray();

                    double found = bound.at(x, Node.root(scaled).choices());

                    assertThat(found).as("%s", holding).isLessThanOrEqualTo(least);
                }
            }
        }
    }

    /** Other sums on the way, so that the last digit of the weights may differ. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void choosesTheSameAssetsInAnyOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Holding holding = seed % 2 == 0 ? new Holding.Equal(6) : new Holding.Between(6, 0.03, 0.4);
        FewAssetsProblem problem = new RandomMarkets(random).problem(RandomMarkets.Kind.PLAIN, 40, holding);
        int[] order = shuffled(40, random);

        FewAssets few = FewAssets.of(problem);
        FewAssets moved = FewAssets.of(reordered(problem, order));

        assertThat(moved.objective()).isCloseTo(few.objective(), within(TOLERANCE));
        assertThat(Arrays.stream(moved.selection()).map(i -> order[i]).sorted().toArray())
                .isEqualTo(few.selection());
        for (int i = 0; i < order.length; i++) {
            assertThat(moved.weights()[i]).isCloseTo(few.weights()[order[i]], within(1e-9));
        }
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    private static FewAssetsProblem reordered(FewAssetsProblem problem, int[] order) {
        SymmetricMatrix covariance = problem.covariance().part(order);
        double[] returns = Arrays.stream(order)
                .mapToDouble(i -> problem.expectedReturns()[i])
                .toArray();
        return new FewAssetsProblem(returns, covariance, problem.riskAversion(), problem.holding());
    }

    /** Money in cents or daily figures: what all numbers are multiplied by changes no choice. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e4})
    void doesNotMindTheUnit(double factor) {
        FewAssetsProblem problem = new RandomMarkets(new SplittableRandom(7))
                .problem(RandomMarkets.Kind.PLAIN, 40, new Holding.Between(6, 0.03, 0.4));
        double[] returns = problem.expectedReturns().clone();
        Arrays.setAll(returns, i -> factor * returns[i]);

        FewAssets few = FewAssets.of(problem);
        FewAssets scaled = FewAssets.of(new FewAssetsProblem(
                returns, problem.covariance(), factor * problem.riskAversion(), problem.holding()));

        assertThat(scaled.selection()).isEqualTo(few.selection());
        assertThat(scaled.isProven()).isTrue();
        assertThat(scaled.objective()).isCloseTo(factor * few.objective(), within(factor * TOLERANCE));
    }
}
