package io.lumia.quant.moments;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Time per covariance of five years of daily returns that share one factor. Run {@link #main}; see the README. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
public class CovarianceBenchmark {

    private static final int DAYS = 1_259;
    private static final double YEAR = 252;

    @Param({"500", "1455"})
    private int assets;

    private ReturnTable table = ReturnTable.of(new double[1][1]);

    @Setup
    public void makeReturns() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] returns = new double[DAYS][assets];
        for (double[] day : returns) {
            double factor = 0.01 * random.nextGaussian();
            for (int asset = 0; asset < assets; asset++) {
                day[asset] = factor + 0.02 * random.nextGaussian();
            }
        }
        table = ReturnTable.of(returns);
    }

    @Benchmark
    public double sample() {
        return Covariances.sample(table, YEAR).matrix().at(1, 0);
    }

    @Benchmark
    public double ledoitWolfToConstantVariance() {
        return LedoitWolf.toConstantVariance(table, YEAR).matrix().at(1, 0);
    }

    @Benchmark
    public double ledoitWolfToConstantCorrelation() {
        return LedoitWolf.toConstantCorrelation(table, YEAR).matrix().at(1, 0);
    }

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(CovarianceBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
