package io.lumia.news.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lumia.kernel.AppException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads CSV with a header line, packed with gzip or not; lines that begin with # are remarks. */
final class CsvFile {

    static final int MAXIMUM_ROWS = 5_000_000;

    private CsvFile() {}

    static void forEach(Path file, Consumer<NamedCsvRecord> row) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .commentStrategy(de.siegmar.fastcsv.reader.CommentStrategy.SKIP)
                .ofNamedCsvRecord(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            int count = 0;
            for (NamedCsvRecord each : rows) {
                if (++count > MAXIMUM_ROWS) {
                    throw AppException.invalid("rows of " + file, count, "at most " + MAXIMUM_ROWS);
                }
                row.accept(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }

    /** The first of the columns that is there and not blank. */
    static Optional<String> first(NamedCsvRecord row, List<String> columns) {
        return columns.stream()
                .flatMap(column -> row.findField(column).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    static String required(NamedCsvRecord row, List<String> columns) {
        return first(row, columns)
                .orElseThrow(() -> AppException.invalid(
                        "line " + row.getStartingLineNumber(), row.getFields(), "one of the columns " + columns));
    }
}
