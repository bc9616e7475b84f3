package io.lumia.sentiment.transformer;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lumia.sentiment.Probabilities;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The reference that the tests compare with: the file named by {@code -Dfin.sentiment.reference}, else our copy. */
final class ReferenceRows {

    record Row(String text, int tokens, Probabilities probabilities) {}

    private ReferenceRows() {}

    static List<Row> read() throws IOException {
        String named = System.getProperty("fin.sentiment.reference");
        try (InputStream content = named == null ? ours() : opened(Path.of(named));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(named == null ? CommentStrategy.SKIP : CommentStrategy.NONE)
                        .ofNamedCsvRecord(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            return rows.stream().map(ReferenceRows::row).toList();
        }
    }

    private static Row row(NamedCsvRecord row) {
        return new Row(
                row.getField("text"),
                Integer.parseInt(row.getField("n_tokens")),
                Probabilities.ofWeights(
                        number(row, "p_negative"), number(row, "p_neutral"), number(row, "p_positive")));
    }

    private static double number(NamedCsvRecord row, String field) {
        return Double.parseDouble(row.getField(field));
    }

    private static InputStream ours() {
        return Objects.requireNonNull(
                ReferenceRows.class.getResourceAsStream("/io/lumia/sentiment/fin_sentiment_reference.csv"));
    }

    private static InputStream opened(Path file) throws IOException {
        InputStream content = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(content) : content;
    }
}
