package io.lumia.quant.optimise;

import io.lumia.quant.moments.LedoitWolf;
import io.lumia.quant.moments.MeanReturns;
import io.lumia.quant.moments.ReturnTable;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/**
 * Time per portfolio once the covariance is known, and once with it: synthetic assets with one market factor, 1,259 days, shrunk
 * covariance. Run {@link #main}; see the README.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class OptimiserBenchmark {

    private static final int DAYS = 1_259;
    private static final int SECTORS = 11;

    @Param({"500", "1455"})
    private int assets;

    private ReturnTable table = ReturnTable.of(new double[1][1]);
    private PortfolioProblem longOnly;
    private PortfolioProblem boxed;
    private PortfolioProblem bounded;

    @Setup
    public void makeProblem() {
        RandomProblems problems = new RandomProblems(new Random(5));
        table = ReturnTable.of(problems.scenarios(assets, DAYS));
        longOnly = estimated();
        Limits limits = Limits.between(assets, 0, 0.05);
        boxed = longOnly.with(limits);
        for (int sector = 0; sector < SECTORS; sector++) {
            int remainder = sector;
            limits = limits.withGroup(new GroupLimit(
                    "S" + sector,
                    IntStream.range(0, assets)
                            .filter(i -> i % SECTORS == remainder)
                            .boxed()
                            .toList(),
                    0,
                    0.2));
        }
        bounded = longOnly.with(limits);
    }

    private PortfolioProblem estimated() {
        return PortfolioProblem.of(
                RandomProblems.names(assets),
                MeanReturns.arithmetic(table, 252),
                LedoitWolf.toConstantVariance(table, 252).matrix());
    }

    @Benchmark
    public OptimisationResult maxSharpeFromReturns() {
        return Optimiser.optimise(estimated(), new Objective.MaxSharpe(0.02));
    }

    @Benchmark
    public OptimisationResult minVarianceWithBounds() {
        return Optimiser.optimise(boxed, new Objective.MinVariance());
    }

    @Benchmark
    public OptimisationResult maxSharpe() {
        return Optimiser.optimise(longOnly, new Objective.MaxSharpe(0.02));
    }

    @Benchmark
    public OptimisationResult maxSharpeWithSectors() {
        return Optimiser.optimise(bounded, new Objective.MaxSharpe(0.02));
    }

    @Benchmark
    public OptimisationResult minVariance() {
        return Optimiser.optimise(longOnly, new Objective.MinVariance());
    }

    @Benchmark
    public OptimisationResult riskParity() {
        return Optimiser.optimise(longOnly, new Objective.RiskParity());
    }

    @Benchmark
    public OptimisationResult hierarchicalRiskParity() {
        return Optimiser.optimise(longOnly, new Objective.Hierarchical());
    }

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(OptimiserBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
