package io.lumia.quant.research;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumia.quant.golden.GoldenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reference file of the folder named by {@code -Dgolden.dir}, by default the copy in this module. */
class GoldenSignalsTest {

    private static final Path COPY = Path.of("src/test/resources/golden");

    static Stream<Path> goldenFiles() throws IOException {
        List<Path> files = GoldenCase.filesIn(GoldenFile.FOLDER);
        assertThat(files)
                .as("signals_*.json in %s", GoldenFile.FOLDER.toAbsolutePath())
                .isNotEmpty();
        return files.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goldenFiles")
    void computesWhatTheReferenceSays(Path file) throws IOException {
        GoldenCase golden = GoldenCase.read(file);

        Map<ResearchColumn, double[]> computed = new ResearchEngine().compute(golden.bars(), golden.annualisation());

        assertThat(golden.differences(computed)).as(file.toString()).isEmpty();
    }

    @Test
    void noticesAWrongValueAWrongNullAndAnUnknownColumn() throws IOException {
        GoldenCase golden = GoldenCase.read(GoldenCase.filesIn(COPY).getFirst());
        Map<ResearchColumn, double[]> computed = new ResearchEngine().compute(golden.bars(), golden.annualisation());

        computed.get(ResearchColumn.SMA_20)[golden.bars().size() - 1] *= 1 + 1e-7;
        computed.get(ResearchColumn.SMA_200)[0] = 0;
        List<String> wrongNumbers = golden.differences(computed);
        ((ObjectNode) golden.json().get("column_sums")).putObject("hurst_100");
        List<String> wrongColumns = golden.differences(computed);

        assertThat(wrongNumbers).hasSize(3).anyMatch(line -> line.startsWith("sma_20 at row"));
        assertThat(wrongNumbers).anyMatch(line -> line.startsWith("sma_200 at row 0"));
        assertThat(wrongNumbers).anyMatch(line -> line.startsWith("sma_200: expected"));
        assertThat(wrongColumns).singleElement().asString().startsWith("unknown column hurst_100");
    }
}
