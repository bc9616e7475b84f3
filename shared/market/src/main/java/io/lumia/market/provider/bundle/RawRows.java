package io.lumia.market.provider.bundle;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.Dataset;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.RawAnswer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The raw answer: CSV with the file's own header and field text, and in front a column {@code line} with the line number
 * in the source file. The number of a line that does not follow the header is negative; one that was too long is cut and
 * ends in an ellipsis. An answer about assets may have two parts, assets and series; each begins with its header.
 */
final class RawRows {

    private static final String LINE_COLUMN = "line";
    private static final byte[] LINE_PREFIX = "line,".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CUT_MARK = "…".getBytes(StandardCharsets.UTF_8);
    private static final int EXTRA_COLUMNS = 1;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private int rows;

    /** Adds the rows of a file that are asked for; {@code lastKnown} is the last day the source can tell of. */
    void add(FileIndex index, Collection<String> symbols, @Nullable LocalDate from, LocalDate to, LocalDate lastKnown)
            throws IOException {
        output.writeBytes(LINE_PREFIX);
        output.writeBytes(index.header().line().getBytes(StandardCharsets.UTF_8));
        output.write('\n');
        boolean dated = index.header().file().dateColumn() != null;
        index.read(symbols, from, to, records -> {
            if (!dated || isWanted(records.date(), from, to, lastKnown)) {
                append(records);
            }
        });
    }

    int rows() {
        return rows;
    }

    byte[] content() {
        return output.toByteArray();
    }

    /** A row that no range of days would ever ask for is handed out with the whole history. */
    private static boolean isWanted(
            @Nullable LocalDate date, @Nullable LocalDate from, LocalDate to, LocalDate lastKnown) {
        if (from == null) {
            return date == null || !date.isAfter(to) || date.isAfter(lastKnown);
        }
        return date != null && !date.isBefore(from) && !date.isAfter(to);
    }

    private void append(Records records) {
        RecordScanner scanner = records.scanner();
        int length = scanner.end() - scanner.start();
        if (output.size() + length > BundleLimits.MAX_ANSWER_BYTES) {
            throw new AppException(
                    ErrorCode.LIMIT_REACHED,
                    "the rows asked for take more than %,d bytes; ask for fewer symbols"
                            .formatted(BundleLimits.MAX_ANSWER_BYTES));
        }
        long line = records.trouble() == null ? scanner.line() : -scanner.line();
        output.writeBytes((line + ",").getBytes(StandardCharsets.US_ASCII));
        output.write(scanner.bytes(), scanner.start(), length);
        if (scanner.tooLong()) {
            output.writeBytes(CUT_MARK);
        }
        output.write('\n');
        rows++;
    }

    static ParsedAnswer read(RawAnswer answer) {
        byte[] content = answer.content();
        Facts facts = new Facts(content);
        try {
            AssetRows.Lives lives = new AssetRows.Lives();
            for (int part = 0; part < content.length; ) {
                part = readPart(answer, part, lives, facts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts.answer();
    }

    /** Reads one header and its rows; returns where the next part begins. */
    private static int readPart(RawAnswer answer, int start, AssetRows.Lives lives, Facts facts) throws IOException {
        byte[] content = answer.content();
        int headerEnd = lineEnd(content, start);
        CsvHeader header = header(answer.dataset(), content, start, headerEnd);
        RowReader reader = reader(header, answer.source().currency(), lives);
        Records records = new Records(
                new ByteArrayInputStream(content, headerEnd, content.length - headerEnd), header, EXTRA_COLUMNS);
        records.scanner()
                .restart(new ByteArrayInputStream(content, headerEnd, content.length - headerEnd), headerEnd, 1);
        SymbolNames symbols = new SymbolNames();
        while (records.next()) {
            if (isHeader(records.fields())) {
                return (int) records.scanner().offset();
            }
            readRow(records, symbols, reader, facts);
        }
        return content.length;
    }

    private static void readRow(Records records, SymbolNames symbols, RowReader reader, Facts facts) {
        CsvFields fields = records.fields();
        RecordScanner scanner = records.scanner();
        long line = fields.count() == 0 ? 0 : (long) fields.number(0);
        String symbol = symbols.name(records.symbol(symbols));
        int start = (int) scanner.offset();
        facts.row(Math.abs(line), symbol, start + fields.length(0) + 1, start + scanner.end() - scanner.start());
        String trouble = records.trouble();
        if (line < 0 && isCut(scanner)) {
            facts.malformed(
                    null,
                    "longer than %,d bytes".formatted(records.header().file().maxRecordBytes()));
        } else if (trouble != null) {
            facts.malformed(null, trouble);
        } else if (symbol.equals(SymbolNames.UNREADABLE)) {
            facts.malformed(
                    null,
                    "the %s is not one; allowed: 1 to 32 of A-Z 0-9 . - = ^ / _ : &"
                            .formatted(records.header().file().symbolColumn()));
        } else {
            reader.read(fields, facts);
        }
    }

    private static boolean isCut(RecordScanner scanner) {
        int start = scanner.end() - CUT_MARK.length;
        return start >= scanner.start()
                && Arrays.equals(scanner.bytes(), start, scanner.end(), CUT_MARK, 0, CUT_MARK.length);
    }

    private static boolean isHeader(CsvFields fields) {
        return fields.count() > 0
                && fields.length(0) == LINE_COLUMN.length()
                && fields.text(0).equals(LINE_COLUMN);
    }

    private static CsvHeader header(Dataset dataset, byte[] content, int start, int end) {
        int from = start + LINE_PREFIX.length;
        if (from > end || !Arrays.equals(content, start, from, LINE_PREFIX, 0, LINE_PREFIX.length)) {
            throw new AppException(ErrorCode.PROVIDER_SCHEMA_CHANGED, "the raw answer does not begin with 'line,'");
        }
        AppException last = null;
        for (BundleFile file : BundleFile.of(dataset)) {
            try {
                return CsvHeader.parse(file, content, from, end > from && content[end - 1] == '\n' ? end - 1 : end);
            } catch (AppException e) {
                last = e;
            }
        }
        throw last == null ? new AppException(ErrorCode.INTERNAL, "no file of " + dataset) : last;
    }

    private static RowReader reader(CsvHeader header, String currency, AssetRows.Lives lives) {
        return switch (header.file()) {
            case ASSETS -> new AssetRows(header, EXTRA_COLUMNS, currency, lives);
            case SERIES -> new SeriesRows(header, EXTRA_COLUMNS, currency, lives);
            case BARS -> new BarRows(header, EXTRA_COLUMNS);
            case ACTIONS -> new ActionRows(header, EXTRA_COLUMNS);
            case OBSERVATIONS -> new ObservationRows(header, EXTRA_COLUMNS);
            case FUNDAMENTALS -> new FundamentalRows(header, EXTRA_COLUMNS, currency);
            case ARTICLES -> new ArticleRows(header, EXTRA_COLUMNS);
        };
    }

    /** Index behind the line end. */
    private static int lineEnd(byte[] content, int start) {
        int i = start;
        while (i < content.length && content[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, content.length);
    }
}
