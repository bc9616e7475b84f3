package io.lumia.sentiment.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.util.List;
import org.junit.jupiter.api.Test;

class VaderBenchmarkTest {

    @Test
    void scoresAllTextsInWholeRounds() {
        VaderBenchmark benchmark = new VaderBenchmark(0, 100_000);

        VaderBenchmarkResult result = benchmark.run(List.of("good", "bad!"));

        assertThat(result.texts()).isEqualTo(2);
        assertThat(result.scored()).isEqualTo(20_000);
        assertThat(result.meanCharacters()).isEqualTo(4);
        assertThat(result.cpuSeconds()).isPositive();
        assertThat(result.line()).contains("20,000 scored");
    }

    @Test
    void endsWhereTextsAreEmpty() {
        VaderBenchmarkResult result = new VaderBenchmark(10, 10).run(List.of("", ""));

        assertThat(result.meanCompound()).isZero();
    }

    @Test
    void refusesToMeasureNothing() {
        assertThatThrownBy(() -> new VaderBenchmark(1, 1).run(List.of()))
                .isInstanceOf(AppException.class)
                .hasMessage("texts is '0 texts'; allowed: 1 to 1000000 texts");
    }
}
