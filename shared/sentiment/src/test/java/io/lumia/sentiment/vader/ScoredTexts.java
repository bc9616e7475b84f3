package io.lumia.sentiment.vader;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Texts and the scores they should have, from CSV with the columns set, text, neg, neu, pos, compound. */
record ScoredTexts(String source, List<Row> rows) {

    private static final int MOST_SHOWN = 20;

    static ScoredTexts ofResource(String name) {
        try (InputStream stream = Objects.requireNonNull(ScoredTexts.class.getResourceAsStream(name), name)) {
            return read(name, stream);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }

    /** @param file gzip if its name says so */
    static ScoredTexts ofFile(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(file.toString(), file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream);
        } catch (IOException e) {
            throw new IllegalStateException(file.toAbsolutePath() + " cannot be read", e);
        }
    }

    private static ScoredTexts read(String source, InputStream stream) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            csv.forEach(line -> rows.add(Row.of(line)));
        }
        return new ScoredTexts(source, List.copyOf(rows));
    }

    List<String> texts() {
        return rows.stream().map(Row::text).toList();
    }

    /** Empty if all are equal; else how many are not, and the first of them. */
    String differencesFrom(Vader vader) {
        List<String> differences = rows.stream()
                .filter(row -> !row.expected().equals(vader.score(row.text())))
                .map(row -> "line %d: %s, expected %s: %s"
                        .formatted(row.line(), vader.score(row.text()), row.expected(), row.text()))
                .toList();
        if (differences.isEmpty()) {
            return "";
        }
        return "%d of %d rows of %s differ; the first:%n%s"
                .formatted(
                        differences.size(),
                        rows.size(),
                        source,
                        String.join("\n", differences.subList(0, Math.min(MOST_SHOWN, differences.size()))));
    }

    record Row(long line, String text, VaderScore expected) {

        private static Row of(NamedCsvRecord line) {
            return new Row(
                    line.getStartingLineNumber(),
                    line.getField("text"),
                    new VaderScore(
                            number(line, "neg"), number(line, "neu"), number(line, "pos"), number(line, "compound")));
        }

        /** Adding 0 makes 0.0 of Python's -0.0. */
        private static double number(NamedCsvRecord line, String column) {
            return Double.parseDouble(line.getField(column)) + 0.0;
        }
    }
}
