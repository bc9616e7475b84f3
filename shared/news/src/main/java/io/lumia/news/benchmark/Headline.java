package io.lumia.news.benchmark;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A row of a headline file.
 *
 * @param symbols the tickers under which its publisher filed it
 * @param company the publisher's name of the company, empty where the file has none
 */
record Headline(LocalDate date, Set<String> symbols, String title, String body, String company) {

    private static final List<String> DATE = List.of("date", "published_at");
    private static final List<String> SYMBOLS = List.of("symbol", "symbols");
    private static final int DATE_LENGTH = 10;

    static List<Headline> read(List<Path> files) {
        List<Headline> headlines = new ArrayList<>();
        for (Path file : files) {
            CsvFile.forEach(file, row -> {
                if (CsvFile.first(row, List.of("title")).isPresent()) {
                    headlines.add(of(row));
                }
            });
        }
        return headlines;
    }

    private static Headline of(NamedCsvRecord row) {
        String date = CsvFile.required(row, DATE);
        return new Headline(
                LocalDate.parse(date.substring(0, Math.min(DATE_LENGTH, date.length()))),
                new TreeSet<>(List.of(CsvFile.required(row, SYMBOLS).split("[ ;|,]+"))),
                row.getField("title"),
                CsvFile.first(row, List.of("body")).orElse(""),
                CsvFile.first(row, List.of("company")).map(Headline::unescaped).orElse(""));
    }

    private static String unescaped(String company) {
        return company.replace("&#39;", "'").replace("&amp;", "&");
    }
}
