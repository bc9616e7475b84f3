package io.lumia.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

    @Test
    void quotesWhatRfc4180Asks() {
        assertThat(row("a,b", "say \"hi\"", "two\nlines", "plain"))
                .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx"})
    void takesTheHarmOutOfFormulas(String text) {
        assertThat(row(text)).isEqualTo("'" + text + "\r\n");
    }

    @Test
    void anEmptyFirstCellKeepsItsPlace() {
        assertThat(row(null, null, "c")).isEqualTo(",,c\r\n");
    }

    @ParameterizedTest
    @CsvSource({"175.84,175.84", "-0.25,-0.25", "1.0E10,10000000000", "1.234E-5,0.00001234", "5,5", "0,0", "1.0E300,1"})
    void writesNumbersOut(double number, String expected) {
        assertThat(Decimals.text(number)).startsWith(expected).doesNotContain("E");
    }

    @ParameterizedTest
    @CsvSource({
        "92.22428571428571,92.2242857143",
        "175.83999999999997,175.84",
        "703.3600000000001,703.36",
        "0.1,0.1",
        "84816697,84816697"
    })
    void calculatedNumbersHaveTwelveDigits(double calculated, double expected) {
        assertThat(Decimals.rounded(calculated)).isEqualTo(expected);
    }

    private static String row(String... cells) {
        CsvTable table = new CsvTable() {
            @Override
            public List<String> csvHeader() {
                return List.of("h");
            }

            @Override
            public void writeRows(CsvWriter csv) {
                for (String cell : cells) {
                    csv.cell(cell);
                }
                csv.endLine();
            }
        };
        return new String(CsvWriter.bytes(table), StandardCharsets.UTF_8).substring("h\r\n".length());
    }
}
