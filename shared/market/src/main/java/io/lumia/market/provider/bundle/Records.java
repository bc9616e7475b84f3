package io.lumia.market.provider.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The records of a table, one after the other, each cut into fields and told whether it follows the header. The same
 * for a bundle's file and for a raw answer, whose records carry their line number in front.
 */
final class Records {

    private final CsvHeader header;
    private final int extraColumns;
    private final int symbolColumn;
    private final RowDate rowDate;
    private final CsvFields fields = new CsvFields();
    private final CsvFields joined = new CsvFields();
    private final RecordScanner scanner;
    private @Nullable String trouble;

    /** The day by which a row is asked for; null where it has none. */
    @FunctionalInterface
    interface RowDate {
        @Nullable
        LocalDate of(CsvFields fields);
    }

    /** @param extraColumns columns in front of the header's own */
    Records(InputStream input, CsvHeader header, int extraColumns) {
        this.header = header;
        this.extraColumns = extraColumns;
        this.symbolColumn = header.position(header.file().symbolColumn()) + extraColumns;
        this.rowDate = rowDate(header, extraColumns);
        this.scanner = new RecordScanner(
                input,
                header.file().maxRecordBytes() + 32 * extraColumns,
                header.file().prose() ? this::isRecord : RecordScanner.JoinCheck.NEVER);
    }

    boolean next() throws IOException {
        if (!scanner.next()) {
            return false;
        }
        trouble = troubleOfRecord();
        return true;
    }

    RecordScanner scanner() {
        return scanner;
    }

    CsvFields fields() {
        return fields;
    }

    CsvHeader header() {
        return header;
    }

    /** Why the record cannot be read, null if it can. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** The symbol's number among the names, that of the unreadable where there is none. */
    int symbol(SymbolNames names) {
        if (header.file() == BundleFile.ARTICLES) {
            return names.any();
        }
        return fields.count() > symbolColumn ? names.number(fields, symbolColumn) : names.unreadable();
    }

    /** The day by which the row is asked for, null if it cannot be read. */
    @Nullable
    LocalDate date() {
        return trouble == null ? rowDate.of(fields) : null;
    }

    private @Nullable String troubleOfRecord() {
        String uncut = fields.split(scanner.bytes(), scanner.start(), scanner.end());
        if (scanner.tooLong()) {
            return "longer than %,d bytes".formatted(header.file().maxRecordBytes());
        }
        if (uncut != null) {
            return uncut;
        }
        int expected = header.size() + extraColumns;
        return fields.count() == expected
                ? null
                : "%d fields where the header has %d".formatted(fields.count() - extraColumns, header.size());
    }

    private boolean isRecord(byte[] bytes, int start, int end) {
        boolean unreadable = extraColumns > 0 && bytes[start] == '-';
        return !unreadable && joined.split(bytes, start, end) == null && joined.count() == header.size() + extraColumns;
    }

    private static RowDate rowDate(CsvHeader header, int extraColumns) {
        if (header.file() == BundleFile.FUNDAMENTALS) {
            return new FundamentalDates(header, extraColumns)::reportedAt;
        }
        if (header.file() == BundleFile.ARTICLES) {
            return new ArticleDates(header, extraColumns)::date;
        }
        String column = header.file().dateColumn();
        if (column == null) {
            return fields -> null;
        }
        int position = header.position(column) + extraColumns;
        return fields -> fields.date(position);
    }
}
