package io.lumia.news.link;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lumia.kernel.AppException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Products, people and nicknames that mean an asset: CSV with the columns alias, symbol, kind, valid_from, valid_to.
 * Symbols are separated by {@code |}. The one that ships lies beside this class as {@code aliases.csv} and grows.
 */
public record AliasFile(List<Alias> aliases) {

    public static final int MAXIMUM_ALIASES = 100_000;

    public AliasFile {
        aliases = List.copyOf(aliases);
    }

    public static AliasFile none() {
        return new AliasFile(List.of());
    }

    /** The file that ships with the program. */
    public static AliasFile shipped() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(AliasFile.class.getResourceAsStream("aliases.csv"), "aliases.csv"),
                StandardCharsets.UTF_8)) {
            return parse(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static AliasFile parse(Reader reader) {
        List<Alias> aliases = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            for (NamedCsvRecord row : rows) {
                if (aliases.size() >= MAXIMUM_ALIASES) {
                    throw AppException.invalid("number of aliases", aliases.size() + 1, "at most " + MAXIMUM_ALIASES);
                }
                aliases.add(alias(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AliasFile(aliases);
    }

    private static Alias alias(NamedCsvRecord row) {
        String alias = row.getField("alias");
        if (alias.isBlank()) {
            throw AppException.invalid("alias", alias, "a word, in line " + row.getStartingLineNumber());
        }
        String symbols = row.getField("symbol");
        return new Alias(
                alias,
                symbols.isBlank() ? List.of() : List.of(symbols.split("\\|")),
                AliasKind.parse(row.getField("kind")),
                new Validity(
                        date("valid_from", row.getField("valid_from")), date("valid_to", row.getField("valid_to"))));
    }

    private static @Nullable LocalDate date(String field, String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw AppException.invalid(field, text, "a date such as 2022-06-09, or nothing");
        }
    }
}
