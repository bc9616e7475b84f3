package io.lumia.quant.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumia.quant.golden.GoldenFile.Tolerance;
import io.lumia.quant.risk.ReturnSeries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the comparisons compare. */
class GoldenFileTest {

    private static final Tolerance BILLIONTH = new Tolerance(1e-9, 0);
    private static final ReturnSeries SERIES = ReturnSeries.of(0.1, -0.1);

    private final List<String> differences = new ArrayList<>();

    @Test
    void noticesAWrongNumberAWrongNullAndAMissingElement() throws IOException {
        JsonNode numbers = new ObjectMapper().readTree("[1, 2, null]");

        GoldenFile.compare(differences, "fine", numbers.get(0), 1 + 1e-10, BILLIONTH);
        GoldenFile.compare(differences, "wrong", numbers.get(0), 1 + 1e-8, BILLIONTH);
        GoldenFile.compare(differences, "unknown", numbers.get(0), Double.NaN, BILLIONTH);
        GoldenFile.compare(differences, "known", numbers.get(2), 0, BILLIONTH);
        GoldenFile.compare(differences, "short", numbers, new double[] {1, 2}, BILLIONTH);

        assertThat(differences).hasSize(4);
        assertThat(differences).first().asString().startsWith("wrong: expected 1, got 1.00000001");
    }

    @Test
    void failsForAFigureAndAKindThatItDoesNotKnow() {
        assertThatThrownBy(() -> new GoldenFigures(SERIES, SERIES).get("hurst"))
                .hasMessageContaining("unknown figure hurst");
        assertThatThrownBy(() -> GoldenFile.ofKind("horoscope")).hasMessageContaining("horoscope*.json");
    }
}
