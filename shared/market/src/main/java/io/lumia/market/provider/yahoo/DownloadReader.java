package io.lumia.market.provider.yahoo;

import io.lumia.market.ActionKind;
import io.lumia.market.CorporateAction;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.web.CsvTable;
import io.lumia.market.provider.web.DailyRows;
import io.lumia.market.provider.web.DailyRows.Columns;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.RowText;
import io.lumia.market.provider.web.SessionEnd;
import io.lumia.market.provider.web.WebNumbers;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The CSV of the v7 download, closed to the public since 2024: bars, dividends or splits by its header. It does not name
 * its symbol; a price of a day whose US session was not over is left out.
 */
final class DownloadReader {

    private static final Columns COLUMNS = new Columns("open", "high", "low", "close", "volume", "adj close");

    private DownloadReader() {}

    static Reading read(ReadContext context, String text, WebResponse response) {
        Optional<CsvTable> parsed =
                CsvTable.parse(text).filter(table -> table.header().contains("date"));
        if (parsed.isEmpty() || parsed.get().isCut()) {
            return Reading.schemaChanged("no whole CSV with a Date; " + WebStatus.seen(response));
        }
        CsvTable table = parsed.get();
        if (table.hasAll("open", "high", "low", "close", "adj close", "volume")) {
            Instant madeAt = SessionEnd.madeAt(response).orElse(response.receivedAt());
            return bars(context, table, madeAt);
        }
        if (table.hasAll("dividends")) {
            return actions(context, table, "dividends", ActionKind.DIVIDEND);
        }
        if (table.hasAll("stock splits")) {
            return actions(context, table, "stock splits", ActionKind.SPLIT);
        }
        return Reading.schemaChanged("columns are " + table.header());
    }

    private static Reading bars(ReadContext context, CsvTable table, Instant madeAt) {
        DailyRows rows = new DailyRows(context, context.symbol(), COLUMNS);
        for (CsvTable.Row row : table.rows()) {
            LocalDate date = row.isWhole() ? date(row.cell("date")) : null;
            if (date == null || SessionEnd.isUsSessionOver(date, madeAt)) {
                rows.add(row.line(), date, row, row::text);
            }
        }
        return rows.reading();
    }

    private static Reading actions(ReadContext context, CsvTable table, String column, ActionKind kind) {
        ParsedAnswer.Builder answer = ParsedAnswer.builder();
        List<Row<CorporateAction>> actions = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            LocalDate date = date(row.cell("date"));
            double value = kind == ActionKind.SPLIT
                    ? ratio(row.cell(column))
                    : WebNumbers.parse(row.cell(column)).orElse(Double.NaN);
            if (date == null || !(value > 0) || Double.isInfinite(value)) {
                answer.rejected(new Rejected(
                        row.line(),
                        context.symbol(),
                        date,
                        QuarantineReason.INVALID_ACTION,
                        RowText.shown(row.text()),
                        kind.code() + " that cannot be"));
            } else if (context.wants(date)) {
                actions.add(new Row<>(
                        row.line(),
                        context.symbol(),
                        new CorporateAction(date, kind, value),
                        RowText.shown(row.text())));
            }
        }
        actions.stream()
                .sorted(Comparator.comparing(row -> row.value().exDate()))
                .forEach(answer::action);
        return DailyRows.reading(answer.build());
    }

    /** {@code 4:1}, in older files {@code 4/1}. */
    private static double ratio(String text) {
        String[] parts = text.split("[:/]", -1);
        return parts.length == 2
                ? WebNumbers.parse(parts[0]).orElse(Double.NaN)
                        / WebNumbers.parse(parts[1]).orElse(Double.NaN)
                : Double.NaN;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
