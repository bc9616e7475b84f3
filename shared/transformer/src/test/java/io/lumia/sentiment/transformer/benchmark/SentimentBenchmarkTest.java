package io.lumia.sentiment.transformer.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.sentiment.TextKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentimentBenchmarkTest {

    @TempDir
    Path folder;

    /** Hits 2, 1, 1 of 3, 2, 1 labelled and 2, 2, 2 called: F1 of 4/5, 2/4, 2/3. */
    @Test
    void weighsThePolaritiesEqually() {
        int[][] confusion = {{2, 1, 0}, {0, 1, 1}, {0, 0, 1}};

        assertThat(SentimentBenchmark.macroF1(confusion)).isCloseTo((0.8 + 0.5 + 2.0 / 3.0) / 3.0, within(1e-12));
    }

    @Test
    void measuresTheScorerThatShips() throws IOException {
        Path file = Files.writeString(
                folder.resolve("labelled.csv"),
                "text,label\nShares soar after record profit,positive\nShares slump after profit warning,negative\n,neutral\n");

        SentimentBenchmarkResult result = new SentimentBenchmark(Path.of("target", "sentiment-cache"))
                .measure(file, TextKind.NEWS)
                .getFirst();

        assertThat(result.texts()).isEqualTo(2);
        assertThat(result.accuracy()).isEqualTo(1.0);
        assertThat(result.macroF1()).isCloseTo(2.0 / 3.0, within(1e-12));
        assertThat(result.singlyPerCpuSecond()).isPositive();
        assertThat(result.batchedPerCpuSecond()).isPositive();
    }

    @Test
    void tellsEntitiesApart() throws IOException {
        Path file = Files.writeString(folder.resolve("entities.csv"), """
                Title,Decisions
                Acme shares soar after record profit,{'Acme': 'positive'}
                "Acme soars on record profit, while Zenith slumps after profit warning","{'Acme': 'positive', 'Zenith': 'negative', 'Nadir': 'neutral'}"
                """);
        SentimentBenchmark benchmark = new SentimentBenchmark(Path.of("target", "sentiment-cache"));

        List<EntityBenchmarkResult> results = benchmark.measureEntities(file, TextKind.NEWS);

        assertThat(benchmark.measureAgreeing(file, TextKind.NEWS).getFirst().texts())
                .isEqualTo(1);
        assertThat(results).extracting(EntityBenchmarkResult::pairs).containsExactly(1, 0, 2);
        assertThat(results).extracting(EntityBenchmarkResult::unnamed).containsExactly(0, 0, 1);
        assertThat(results.getLast().accuracyEntity()).isEqualTo(1.0);
        assertThat(results.getLast().accuracyWhole()).isEqualTo(0.5);
    }
}
