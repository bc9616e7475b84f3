package io.lumia.market.check;

import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.BarFlag;
import io.lumia.market.DailyBar;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges the bars of one asset, oldest first, each by itself and against the accepted ones before it.
 *
 * <p>Each row is refused for the first of these that it does: dated after the last closed session; outside the asset's
 * life; on a day without a session; a price that is not finite, or not positive where it must be; a negative volume; low
 * above high; close outside low to high; the date of a row before it (the first one is kept, whether the second says the
 * same or something else); an unexplained jump, see {@link JumpRule}. Kept with a flag: open outside low to high while
 * the close is inside; no volume and one price all day; a large move that has an explanation.
 *
 * <p>A bar that a person has released is kept without a judgement, with the flag {@link BarFlag#RELEASED}, so that those
 * after it are held against it.
 *
 * <p>A verdict depends only on the row and on accepted bars before it, so that it is the same whether history comes at
 * once or day by day. One thing only the future shows, that earlier bars were another company's or a price before the
 * listing: those of the same delivery are refused, those in the books already are a {@link Finding}.
 */
public final class BarChecks {

    /** Accepted bars that a verdict looks back on. */
    public static final int CONTEXT_BARS = JumpRule.WINDOW_BARS;

    private final BarBatch batch;
    private final AssetDefinition asset;
    private final ExchangeCalendar calendar;
    private final JumpRule jumpRule;
    private final List<DailyBar> history;
    private final List<Row<DailyBar>> acceptedRows = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int contextSize;
    private int waiting;

    private BarChecks(BarBatch batch) {
        this.batch = batch;
        this.asset = batch.asset().definition();
        this.calendar = ExchangeCalendar.of(asset);
        this.history = new ArrayList<>(batch.context().size() + batch.rows().size());
        this.history.addAll(batch.context());
        this.contextSize = history.size();
        this.waiting = batch.waiting();
        this.jumpRule = new JumpRule(asset, calendar, new ExpectedMoves(batch.actions(), batch.source()));
    }

    public static Checked<DailyBar> check(BarBatch batch) {
        return new BarChecks(batch).checked();
    }

    private Checked<DailyBar> checked() {
        List<Row<DailyBar>> rows = batch.rows();
        if (!isInOrder(rows)) {
            rows = new ArrayList<>(rows);
            rows.sort(Comparator.comparing((Row<DailyBar> row) -> row.value().date())
                    .thenComparing(Row::line));
        }
        for (Row<DailyBar> row : rows) {
            if (batch.wasReleased(row.value()) && isNewDay(row.value())) {
                accept(row, row.value().withFlag(BarFlag.RELEASED));
                continue;
            }
            QuarantineReason reason = reasonAgainst(row.value());
            if (reason != null) {
                reject(row, reason, detail(row.value(), reason));
            } else {
                judgeAgainstHistory(row);
            }
        }
        return new Checked<>(history.subList(contextSize, history.size()), rejected, findings);
    }

    private static boolean isInOrder(List<Row<DailyBar>> rows) {
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).value().date().isBefore(rows.get(i - 1).value().date())) {
                return false;
            }
        }
        return true;
    }

    private boolean isNewDay(DailyBar bar) {
        return history.isEmpty() || !history.getLast().date().equals(bar.date());
    }

    /** Why a bar cannot be believed whatever came before it, null if it can. */
    private @Nullable QuarantineReason reasonAgainst(DailyBar bar) {
        LocalDate date = bar.date();
        if (date.isAfter(batch.lastClosed())) {
            return QuarantineReason.FUTURE_DATE;
        }
        if (isBefore(date, asset.firstDate()) || isAfter(date, asset.lastDate())) {
            return QuarantineReason.OUTSIDE_ASSET_LIFE;
        }
        if (!calendar.isSession(date)) {
            return QuarantineReason.NOT_A_SESSION;
        }
        if (!isFinite(bar)) {
            return QuarantineReason.NON_FINITE_PRICE;
        }
        if (mustBePositive(asset.type()) && !(bar.low() > 0 && bar.open() > 0 && bar.high() > 0 && bar.close() > 0)) {
            return QuarantineReason.NON_POSITIVE_PRICE;
        }
        if (bar.volume() < 0) {
            return QuarantineReason.NEGATIVE_VOLUME;
        }
        if (bar.low() > bar.high()) {
            return QuarantineReason.LOW_ABOVE_HIGH;
        }
        return bar.close() < bar.low() || bar.close() > bar.high() ? QuarantineReason.CLOSE_OUTSIDE_RANGE : null;
    }

    private static boolean isBefore(LocalDate date, @Nullable LocalDate first) {
        return first != null && date.isBefore(first);
    }

    private static boolean isAfter(LocalDate date, @Nullable LocalDate last) {
        return last != null && date.isAfter(last);
    }

    private static boolean isFinite(DailyBar bar) {
        return Double.isFinite(bar.open())
                && Double.isFinite(bar.high())
                && Double.isFinite(bar.low())
                && Double.isFinite(bar.close())
                && !Double.isInfinite(bar.volume());
    }

    /** Oil has been sold below zero, and yields are quoted there. */
    private static boolean mustBePositive(AssetType type) {
        return switch (type) {
            case STOCK, ETF, MUTUAL_FUND, CRYPTO, FOREX, INDEX -> true;
            case BOND, COMMODITY, ECONOMIC_INDICATOR -> false;
        };
    }

    private void judgeAgainstHistory(Row<DailyBar> row) {
        DailyBar bar = row.value();
        if (!isNewDay(bar)) {
            reject(row, QuarantineReason.DUPLICATE, duplicate(bar));
            return;
        }
        JumpRule.Verdict verdict = jumpRule.judge(history, bar, waiting);
        switch (verdict) {
            case JumpRule.Usual _ -> accept(row, bar);
            case JumpRule.Explained _ -> accept(row, bar.withFlag(BarFlag.LARGE_MOVE));
            case JumpRule.Unexplained unexplained -> {
                reject(row, QuarantineReason.UNEXPLAINED_JUMP, unexplained.detail());
                waiting++;
                noteLevelShift(bar, unexplained);
            }
            case JumpRule.EarlierIsBogus bogus -> {
                refuseEarlier(bogus);
                accept(row, bar);
            }
        }
    }

    private void accept(Row<DailyBar> row, DailyBar bar) {
        history.add(flagged(bar));
        acceptedRows.add(row);
        waiting = 0;
    }

    /** A bar as it is stored once a person has released it. */
    public static DailyBar released(DailyBar bar) {
        return flagged(bar.withFlag(BarFlag.RELEASED));
    }

    private static DailyBar flagged(DailyBar bar) {
        DailyBar flagged = bar;
        if (bar.open() < bar.low() || bar.open() > bar.high()) {
            flagged = flagged.withFlag(BarFlag.OPEN_OUTSIDE_RANGE);
        }
        boolean flat = bar.low() == bar.high() && bar.open() == bar.close();
        if (bar.volume() == 0 && flat && !bar.has(BarFlag.CLOSE_ONLY)) {
            flagged = flagged.withFlag(BarFlag.ZERO_VOLUME_FLAT);
        }
        return Double.isNaN(bar.volume()) ? flagged.withFlag(BarFlag.VOLUME_MISSING) : flagged;
    }

    private void reject(Row<DailyBar> row, QuarantineReason reason, String detail) {
        rejected.add(
                new Rejected(row.line(), row.symbol(), row.value().date(), reason, row.raw(), detail, row.value()));
    }

    /** Takes back what this delivery brought, and names what the books hold already. */
    private void refuseEarlier(JumpRule.EarlierIsBogus bogus) {
        for (Row<DailyBar> row : acceptedRows) {
            reject(row, bogus.reason(), bogus.detail());
        }
        if (contextSize > 0) {
            findings.add(new Finding(
                    Finding.Kind.of(bogus.reason()),
                    asset.symbol().value(),
                    history.getFirst().date(),
                    "bars in the books from %s on: %s"
                            .formatted(history.getFirst().date(), bogus.detail())));
        }
        acceptedRows.clear();
        history.clear();
        contextSize = 0;
    }

    private void noteLevelShift(DailyBar bar, JumpRule.Unexplained unexplained) {
        boolean first = waiting == JumpRule.SHIFT_ROWS || (waiting > JumpRule.SHIFT_ROWS && findings.isEmpty());
        if (first) {
            findings.add(new Finding(
                    Finding.Kind.LEVEL_SHIFT,
                    asset.symbol().value(),
                    bar.date(),
                    ("bars since %s wait in quarantine: %s; an action that explains it, or two lives of the symbol in"
                                    + " assets.csv, would settle it")
                            .formatted(history.getLast().date(), unexplained.detail())));
        }
    }

    private String duplicate(DailyBar bar) {
        DailyBar kept = history.getLast();
        boolean same = kept.open() == bar.open()
                && kept.high() == bar.high()
                && kept.low() == bar.low()
                && kept.close() == bar.close()
                && Double.compare(kept.volume(), bar.volume()) == 0;
        return same
                ? "the same date and values as a row before it"
                : "the same date as a row before it, whose close %s is kept".formatted(kept.close());
    }

    private String detail(DailyBar bar, QuarantineReason reason) {
        return switch (reason) {
            case FUTURE_DATE ->
                "%s is after %s, the last session that has ended".formatted(bar.date(), batch.lastClosed());
            case OUTSIDE_ASSET_LIFE ->
                "%s is outside %s to %s"
                        .formatted(
                                bar.date(),
                                asset.firstDate() == null ? "its beginning" : asset.firstDate(),
                                asset.lastDate() == null ? "today" : asset.lastDate());
            case NOT_A_SESSION ->
                "%s (%s) is no session of %s".formatted(bar.date(), bar.date().getDayOfWeek(), calendar);
            case NEGATIVE_VOLUME -> "volume is %s".formatted(bar.volume());
            case NON_FINITE_PRICE, NON_POSITIVE_PRICE, LOW_ABOVE_HIGH, CLOSE_OUTSIDE_RANGE ->
                "open %s, high %s, low %s, close %s".formatted(bar.open(), bar.high(), bar.low(), bar.close());
            case MALFORMED_LINE,
                    UNKNOWN_SYMBOL,
                    MISSING_VALUE,
                    DUPLICATE,
                    UNEXPLAINED_JUMP,
                    BEFORE_LISTING,
                    INVALID_ACTION,
                    INVALID_PERIOD,
                    NOTHING_SAID,
                    TOO_LONG -> reason.code();
        };
    }
}
