package io.lumia.market.provider.alphavantage;

import io.lumia.kernel.AppException;
import io.lumia.market.ActionKind;
import io.lumia.market.CorporateAction;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Quote;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.web.DailyRows;
import io.lumia.market.provider.web.DailyRows.Columns;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.RowText;
import io.lumia.market.provider.web.SessionEnd;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a time series. Days become bars (open to close as traded) with the day's dividend and split; weeks, months and
 * minutes become quotes timed at their start, since our books keep days. A day, week, month or minute that is not over is
 * left out; a month's dividend has no day, so it is no action.
 */
final class SeriesTable {

    private static final Columns COLUMNS = new Columns("open", "high", "low", "close", "volume", "adjusted close");

    private static final int FEWEST_TO_TELL = 3;

    private final ReadContext context;
    private final String symbol;
    private final Series series;
    private final ZoneId zone;
    private final Instant now;
    private final ParsedAnswer.Builder answer = ParsedAnswer.builder();

    SeriesTable(ReadContext context, String symbol, Series series, ZoneId zone, Instant now) {
        this.context = context;
        this.symbol = symbol;
        this.series = series;
        this.zone = zone;
        this.now = now;
    }

    Reading read(List<SeriesReader.Line> lines, String interval) {
        if (!isAsFarApart(lines)) {
            return Reading.schemaChanged("rows are not as far apart as those of " + series.kind());
        }
        if (series.isDaily()) {
            days(lines);
        } else {
            quotes(lines, interval);
        }
        return DailyRows.reading(answer.build());
    }

    /** Whether the rows are as far apart as days, weeks or months are: a CSV does not say which they are. */
    private boolean isAsFarApart(List<SeriesReader.Line> lines) {
        List<LocalDate> dates = lines.stream()
                .flatMap(line -> SeriesReader.date(line.time()).stream())
                .sorted()
                .toList();
        List<Long> gaps = IntStream.range(1, dates.size())
                .mapToObj(i -> ChronoUnit.DAYS.between(dates.get(i - 1), dates.get(i)))
                .sorted()
                .toList();
        return gaps.size() < FEWEST_TO_TELL || series.isUsualGap(gaps.get(gaps.size() / 2));
    }

    private void days(List<SeriesReader.Line> lines) {
        DailyRows bars = new DailyRows(context, symbol, COLUMNS);
        List<Row<CorporateAction>> actions = new ArrayList<>();
        for (SeriesReader.Line line : lines) {
            LocalDate date = SeriesReader.date(line.time()).orElse(null);
            if (date == null || SessionEnd.isUsSessionOver(date, now)) {
                bars.add(line.number(), date, line.cells(), line::text);
            }
            if (date != null && context.wants(date)) {
                action(line, date, ActionKind.DIVIDEND, "dividend amount", 0, actions);
                action(line, date, ActionKind.SPLIT, "split coefficient", 1, actions);
            }
        }
        bars.into(answer);
        actions.stream()
                .sorted(Comparator.comparing(row -> row.value().exDate()))
                .forEach(answer::action);
    }

    private void action(
            SeriesReader.Line line,
            LocalDate date,
            ActionKind kind,
            String column,
            double neutral,
            List<Row<CorporateAction>> actions) {
        try {
            double value = DailyRows.number(column, line.cells());
            if (Double.isNaN(value) || value == neutral) {
                return;
            }
            if (!(value > 0)) {
                throw AppException.invalid(column, value, "above 0");
            }
            CorporateAction action = new CorporateAction(date, kind, value);
            actions.add(new Row<>(line.number(), symbol, action, RowText.shown(line.text())));
        } catch (AppException e) {
            reject(line, date, QuarantineReason.INVALID_ACTION, e.getMessage());
        }
    }

    private void quotes(List<SeriesReader.Line> lines, String interval) {
        List<Row<Quote>> quotes = new ArrayList<>();
        for (SeriesReader.Line line : lines) {
            Optional<Instant> start = start(line.time());
            if (start.isEmpty()) {
                reject(line, null, QuarantineReason.MALFORMED_LINE, "the time is none: " + line.time());
            } else if (isOver(line.time(), start.get(), interval) && context.wants(day(line.time()))) {
                quote(line, start.get(), quotes);
            }
        }
        quotes.stream().sorted(Comparator.comparing(row -> row.value().time())).forEach(answer::quote);
    }

    private void quote(SeriesReader.Line line, Instant start, List<Row<Quote>> quotes) {
        try {
            double close = DailyRows.number("close", line.cells());
            if (Double.isNaN(close)) {
                reject(line, null, QuarantineReason.MISSING_VALUE, "close is missing");
                return;
            }
            Quote quote = new Quote(
                    start,
                    DailyRows.number("open", line.cells()),
                    DailyRows.number("high", line.cells()),
                    DailyRows.number("low", line.cells()),
                    close,
                    DailyRows.number("volume", line.cells()),
                    "USD");
            quotes.add(new Row<>(line.number(), symbol, quote, RowText.shown(line.text())));
        } catch (AppException e) {
            reject(line, null, QuarantineReason.MALFORMED_LINE, e.getMessage());
        }
    }

    /** Minutes have a time without an offset; a week or month is named by its last session and starts on its first day. */
    private Optional<Instant> start(String time) {
        try {
            if (series == Series.INTRADAY) {
                return Optional.of(
                        LocalDateTime.parse(time.replace(' ', 'T')).atZone(zone).toInstant());
            }
            return Optional.of(
                    series.start(LocalDate.parse(time)).atStartOfDay(zone).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** A week or month named by a day before its last weekday but one was not over; one day less may be a holiday. */
    private boolean isOver(String time, Instant start, String interval) {
        if (series == Series.INTRADAY) {
            String digits = interval.replaceAll("\\D", "");
            Duration length = Duration.ofMinutes(digits.isEmpty() ? 1 : Long.parseLong(digits));
            return !start.plus(length).isAfter(now);
        }
        LocalDate named = LocalDate.parse(time);
        LocalDate last = series.lastWeekday(named);
        boolean isComplete = !named.isBefore(last.minusDays(1)) || isWeekendBetween(named, last);
        return isComplete && SessionEnd.isUsSessionOver(last, now);
    }

    private static boolean isWeekendBetween(LocalDate named, LocalDate last) {
        return named.getDayOfWeek().getValue() == 5 && named.plusDays(3).equals(last);
    }

    private static LocalDate day(String time) {
        return LocalDate.parse(time.substring(0, 10));
    }

    private void reject(SeriesReader.Line line, @Nullable LocalDate date, QuarantineReason reason, String detail) {
        answer.rejected(
                new Rejected(line.number(), symbol, date, reason, RowText.shown(line.text()), RowText.shown(detail)));
    }
}
