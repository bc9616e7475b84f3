package io.lumia.market.provider.web;

import io.lumia.kernel.AppException;
import io.lumia.market.BarFlag;
import io.lumia.market.DailyBar;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows with cells into daily bars of one symbol, oldest first. A row without a close is rejected, one with a close
 * only says so, and days that were not asked for are left out.
 */
public final class DailyRows {

    /** Of a day that a source lists and has no price of at all; a row that lacks one of several says something else. */
    static final String NO_PRICES = "open, high, low and close are missing";

    private final ReadContext context;
    private final String symbol;
    private final Columns columns;
    private final DoubleUnaryOperator price;
    private final boolean zeroVolumeIsNone;
    private final List<Row<DailyBar>> bars = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    /**
     * Names of a source's columns; empty where it has none.
     */
    public record Columns(String open, String high, String low, String close, String volume, String adjClose) {

        /** The plain English ones, without an adjusted close. */
        public static final Columns PLAIN = new Columns("open", "high", "low", "close", "volume", "");
    }

    /** Prices as they stand. */
    public DailyRows(ReadContext context, String symbol, Columns columns) {
        this(context, symbol, columns, DoubleUnaryOperator.identity(), false);
    }

    /**
     * @param price            what is done to every price, such as pence to pounds
     * @param zeroVolumeIsNone for markets and funds that report no volume and write 0
     */
    public DailyRows(
            ReadContext context, String symbol, Columns columns, DoubleUnaryOperator price, boolean zeroVolumeIsNone) {
        this.context = context;
        this.symbol = symbol;
        this.columns = columns;
        this.price = price;
        this.zeroVolumeIsNone = zeroVolumeIsNone;
    }

    /**
     * Takes a row in.
     *
     * @param date null where it could not be read
     */
    public void add(long line, @Nullable LocalDate date, RowCells cells, Supplier<String> raw) {
        if (date == null) {
            reject(line, null, QuarantineReason.MALFORMED_LINE, raw, "the date is none");
        } else if (context.wants(date)) {
            read(line, date, cells, raw);
        }
    }

    public void reject(
            long line, @Nullable LocalDate date, QuarantineReason reason, Supplier<String> raw, String detail) {
        rejected.add(new Rejected(line, symbol, date, reason, RowText.shown(raw.get()), detail));
    }

    private void read(long line, LocalDate date, RowCells cells, Supplier<String> raw) {
        try {
            DailyBar bar = bar(date, cells);
            if (isWithoutPrices(bar)) {
                reject(line, date, QuarantineReason.MISSING_VALUE, raw, NO_PRICES);
            } else if (Double.isNaN(bar.close()) || isPartial(bar)) {
                reject(line, date, QuarantineReason.MISSING_VALUE, raw, "open, high, low or close is missing");
            } else {
                bars.add(new Row<>(line, symbol, flagged(bar), () -> RowText.shown(raw.get())));
            }
        } catch (AppException e) {
            reject(line, date, QuarantineReason.MALFORMED_LINE, raw, RowText.shown(e.getMessage()));
        }
    }

    private DailyBar bar(LocalDate date, RowCells cells) {
        double volume = number(columns.volume(), cells);
        return new DailyBar(
                date,
                price(columns.open(), cells),
                price(columns.high(), cells),
                price(columns.low(), cells),
                price(columns.close(), cells),
                volume == 0 && zeroVolumeIsNone ? Double.NaN : volume,
                price(columns.adjClose(), cells),
                0);
    }

    private static boolean isWithoutPrices(DailyBar bar) {
        return Double.isNaN(bar.open())
                && Double.isNaN(bar.high())
                && Double.isNaN(bar.low())
                && Double.isNaN(bar.close());
    }

    private static boolean isPartial(DailyBar bar) {
        int missing = (Double.isNaN(bar.open()) ? 1 : 0)
                + (Double.isNaN(bar.high()) ? 1 : 0)
                + (Double.isNaN(bar.low()) ? 1 : 0);
        return missing == 1 || missing == 2;
    }

    private static DailyBar flagged(DailyBar bar) {
        DailyBar whole = Double.isNaN(bar.open()) ? closeOnly(bar) : bar;
        return Double.isNaN(whole.volume()) ? whole.withFlag(BarFlag.VOLUME_MISSING) : whole;
    }

    private static DailyBar closeOnly(DailyBar bar) {
        double close = bar.close();
        return new DailyBar(bar.date(), close, close, close, close, bar.volume(), bar.adjClose(), bar.flags())
                .withFlag(BarFlag.CLOSE_ONLY);
    }

    private double price(String column, RowCells cells) {
        double value = number(column, cells);
        return Double.isNaN(value) ? value : price.applyAsDouble(value);
    }

    /** NaN where the cell has no value; refused where it has one that is no number. */
    public static double number(String column, RowCells cells) {
        String text = column.isEmpty() ? "" : cells.cell(column);
        if (RowCells.isMissing(text)) {
            return Double.NaN;
        }
        return WebNumbers.parse(text).orElseThrow(() -> AppException.invalid(column, text, "a finite number"));
    }

    /** Puts all rows, oldest first, into an answer. */
    public void into(ParsedAnswer.Builder answer) {
        bars.stream().sorted(Comparator.comparing(row -> row.value().date())).forEach(answer::bar);
        rejected.forEach(answer::rejected);
    }

    /** The rows alone, or why there are none. */
    public Reading reading() {
        ParsedAnswer.Builder answer = ParsedAnswer.builder();
        into(answer);
        return reading(answer.build());
    }

    /**
     * Rows if there are facts; what a source says about an instrument beside them does not make an answer about prices
     * one with content. If all were rejected, the format is not the one we know.
     */
    public static Reading reading(ParsedAnswer answer) {
        if (answer.size() > answer.assets().size()) {
            return Reading.rows(answer);
        }
        return Reading.none(StoredAnswer.withoutRows(answer));
    }
}
