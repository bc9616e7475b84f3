package io.lumia.market.provider.secedgar;

import io.lumia.market.AcceptanceTime;
import io.lumia.market.Filing;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code master.idx}: a head, a line of hyphens, then CIK|Company Name|Form Type|Date Filed|Filename. It has no times, so
 * acceptance is assumed. The fixed-width {@code form.idx} is not read.
 */
final class IndexReader {

    private static final Pattern HEADER =
            Pattern.compile("CIK\\|Company Name\\|Form Type\\|Date Filed\\|File ?[Nn]ame\\s*");
    private static final Pattern FILE = Pattern.compile("edgar/data/\\d+/(?:\\d+/)?(\\d{10}-\\d{2}-\\d{6})\\S*");
    private static final int FIELDS = 5;

    private IndexReader() {}

    static Reading read(ReadContext context, String text) {
        ParsedAnswer.Builder rows = ParsedAnswer.builder();
        boolean isHead = true;
        long line = 0;
        for (String given : text.lines().toList()) {
            line++;
            if (isHead) {
                isHead = !HEADER.matcher(given).matches();
            } else if (!given.isBlank() && !given.startsWith("---")) {
                read(context, line, given, rows);
            }
        }
        return isHead
                ? Reading.schemaChanged("the index has no line CIK|Company Name|Form Type|Date Filed|Filename")
                : Rows.reading(rows.build(), List.of(), "the index lists no filing in the range");
    }

    private static void read(ReadContext context, long line, String given, ParsedAnswer.Builder rows) {
        String[] fields = given.strip().split("\\|", -1);
        Optional<Cik> cik = fields.length == FIELDS ? Cik.parse(fields[0]) : Optional.empty();
        Optional<LocalDate> filed = fields.length == FIELDS ? Rows.date(dashed(fields[3])) : Optional.empty();
        Matcher file = FILE.matcher(fields[fields.length - 1].strip());
        if (cik.isEmpty() || filed.isEmpty() || !file.matches()) {
            rows.rejected(
                    Rows.malformed(line, "", null, given, "five fields with a CIK, a date and a file are needed"));
        } else if (context.wants(filed.get()) && cik.get().answers(context.symbol())) {
            Filing filing = new Filing(
                    cik.get().value(),
                    file.group(1),
                    fields[2].strip(),
                    filed.get(),
                    AcceptanceTime.assumed(filed.get()),
                    true,
                    null,
                    "",
                    "",
                    "");
            rows.filing(new Row<>(line, cik.get().symbolOr(context.symbol()), filing, Rows.raw(given)));
        }
    }

    /** Daily indexes write 20251212. */
    private static String dashed(String date) {
        String text = date.strip();
        return text.matches("\\d{8}")
                ? "%s-%s-%s".formatted(text.substring(0, 4), text.substring(4, 6), text.substring(6))
                : text;
    }
}
