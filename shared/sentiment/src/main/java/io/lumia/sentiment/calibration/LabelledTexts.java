package io.lumia.sentiment.calibration;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lumia.kernel.AppException;
import io.lumia.sentiment.Polarity;
import io.lumia.sentiment.TextKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * Reads labelled texts: CSV in UTF-8, gzip or not, with the columns {@code text}, {@code label} and, if there are several sets,
 * {@code set}. Published sets are read by the names of their own columns: {@code sentence} for a text, {@code label_name} or
 * {@code sentiment} for a label, and bearish and bullish for negative and positive.
 */
public final class LabelledTexts {

    /** More than any labelled set of this kind; a file beyond it is no such set. */
    public static final int MAX_ROWS = 1_000_000;

    private static final List<String> TEXT = List.of("text", "sentence", "headline");

    /** A name before a code, where a set has both. */
    private static final List<String> LABEL = List.of("label_name", "label", "sentiment");

    private LabelledTexts() {}

    /** Rows without a set belong to one named like the file. */
    public static List<LabelledText> read(Path file) {
        String set = setOf(file);
        return rows(file, row -> labelled(set, row));
    }

    /** Each row of a file, read by its columns' names. */
    static <T> List<T> rows(Path file, Function<NamedCsvRecord, T> reading) {
        try (InputStream content = opened(file);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            List<T> read = new ArrayList<>();
            for (NamedCsvRecord row : rows) {
                if (read.size() == MAX_ROWS) {
                    throw AppException.invalid("rows of " + file, "more", "at most " + MAX_ROWS);
                }
                read.add(reading.apply(row));
            }
            return read;
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw AppException.invalid("labelled texts", file, "a readable CSV file: " + e.getMessage());
        }
    }

    /** The file's name without its endings. */
    public static String setOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", "");
    }

    /** The kind whose calibration a set serves: SEntFiN's headlines are news, tweets are social. */
    public static TextKind kindOf(String set) {
        return switch (set) {
            case "sentfin", "news" -> TextKind.NEWS;
            case "tw", "twitter", "social" -> TextKind.SOCIAL;
            default -> throw AppException.invalid("set", set, "sentfin, news; tw, twitter, social");
        };
    }

    private static LabelledText labelled(String set, NamedCsvRecord row) {
        return new LabelledText(
                row.findField("set").orElse(set),
                field(row, TEXT),
                polarity(row.getStartingLineNumber(), field(row, LABEL)));
    }

    /** Fails with INVALID_INPUT that names the line. */
    static Polarity polarity(long line, String label) {
        return switch (label.strip().toLowerCase(Locale.ROOT)) {
            case "negative", "bearish" -> Polarity.NEGATIVE;
            case "neutral" -> Polarity.NEUTRAL;
            case "positive", "bullish" -> Polarity.POSITIVE;
            default ->
                throw AppException.invalid(
                        "label of line " + line, label, "negative, neutral, positive; bearish, bullish");
        };
    }

    /** Of the first of the columns that there is. */
    static String field(NamedCsvRecord row, List<String> names) {
        return names.stream()
                .flatMap(name -> row.findField(name).stream())
                .findFirst()
                .orElseThrow(() -> AppException.invalid(
                        "columns of line " + row.getStartingLineNumber(),
                        row.getHeader(),
                        "one named " + String.join(" or ", names)));
    }

    private static InputStream opened(Path file) throws IOException {
        InputStream content = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(content) : content;
    }
}
