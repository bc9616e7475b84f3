package io.lumia.market.provider.tiingo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.market.ActionKind;
import io.lumia.market.CorporateAction;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.web.CsvTable;
import io.lumia.market.provider.web.DailyRows;
import io.lumia.market.provider.web.DailyRows.Columns;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.RowCells;
import io.lumia.market.provider.web.RowText;
import io.lumia.market.provider.web.SessionEnd;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * End-of-day rows, as JSON or CSV: prices as traded beside adjusted ones, the day's cash dividend and split factor (1 on
 * most days). An answer cut down to other columns than prices has no bars and is refused. A day that is not over yet is
 * left out. The answer does not name its symbol.
 */
final class DailyReader {

    /** In our CSV's lower case; JSON has capitals inside. */
    private static final Columns CSV = new Columns("open", "high", "low", "close", "volume", "adjclose");

    private static final Columns JSON = new Columns("open", "high", "low", "close", "volume", "adjClose");

    private final ReadContext context;
    private final WebResponse response;
    private final DailyRows bars;
    private final String dividend;
    private final String split;
    private final List<Row<CorporateAction>> actions = new ArrayList<>();
    private final ParsedAnswer.Builder answer = ParsedAnswer.builder();

    private DailyReader(ReadContext context, WebResponse response, Columns columns, String dividend, String split) {
        this.context = context;
        this.response = response;
        this.bars = new DailyRows(context, context.symbol(), columns);
        this.dividend = dividend;
        this.split = split;
    }

    static Reading readJson(ReadContext context, JsonNode json, WebResponse response) {
        if (!json.isArray()) {
            return Reading.schemaChanged("no list of days; " + WebStatus.seen(response));
        }
        if (json.isEmpty()) {
            return Reading.none(new EmptyConfirmed("no days in the range"));
        }
        if (!json.get(0).has("date") || !json.get(0).has("close")) {
            return Reading.schemaChanged("days without a date or a close; " + WebStatus.seen(response));
        }
        DailyReader reader = new DailyReader(context, response, JSON, "divCash", "splitFactor");
        for (int i = 0; i < json.size(); i++) {
            JsonNode row = json.get(i);
            reader.row(i + 1L, row.path("date").asText(""), RowCells.of(row), row::toString);
        }
        return reader.reading();
    }

    static Reading readCsv(ReadContext context, String text, WebResponse response) {
        Optional<CsvTable> table = CsvTable.parse(text)
                .filter(csv -> csv.hasAll("date", "close"))
                .filter(csv -> csv.isEnded() && !csv.isCut());
        if (table.isEmpty()) {
            return Reading.schemaChanged("no JSON and no whole CSV of days; " + WebStatus.seen(response));
        }
        DailyReader reader = new DailyReader(context, response, CSV, "divcash", "splitfactor");
        for (CsvTable.Row row : table.get().rows()) {
            reader.row(row.line(), row.isWhole() ? row.cell("date") : "", row, row::text);
        }
        return reader.reading();
    }

    private void row(long line, String dateText, RowCells cells, Supplier<String> raw) {
        LocalDate date = date(dateText);
        if (date != null && !SessionEnd.isUsSessionOver(date, response.receivedAt())) {
            return;
        }
        bars.add(line, date, cells, raw);
        if (date != null && context.wants(date)) {
            action(line, date, ActionKind.DIVIDEND, dividend, 0, cells, raw);
            action(line, date, ActionKind.SPLIT, split, 1, cells, raw);
        }
    }

    /** Nothing happened where the value is the neutral one or not there. */
    private void action(
            long line,
            LocalDate date,
            ActionKind kind,
            String column,
            double neutral,
            RowCells cells,
            Supplier<String> raw) {
        double value = number(column, cells);
        if (Double.isNaN(value) || value == neutral) {
            return;
        }
        String shown = RowText.shown(raw.get());
        if (value > 0 && Double.isFinite(value)) {
            actions.add(new Row<>(line, context.symbol(), new CorporateAction(date, kind, value), shown));
        } else {
            String detail = "%s is %s; allowed: above 0".formatted(column, cells.cell(column));
            answer.rejected(new Rejected(line, context.symbol(), date, QuarantineReason.INVALID_ACTION, shown, detail));
        }
    }

    /** Minus one, which no action can be, where the cell holds no number. */
    private static double number(String column, RowCells cells) {
        try {
            return DailyRows.number(column, cells);
        } catch (AppException _) {
            return -1;
        }
    }

    private Reading reading() {
        bars.into(answer);
        actions.stream()
                .sorted(Comparator.comparing(row -> row.value().exDate()))
                .forEach(answer::action);
        return DailyRows.reading(answer.build());
    }

    /** {@code 2015-01-02T00:00:00.000Z} means the trading date, whatever the zone. */
    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
