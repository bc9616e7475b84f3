package io.lumia.market.check;

import io.lumia.market.Asset;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.Source;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.LocalDate;
import java.util.List;

/**
 * The bars of one asset that arrived together, and what is known about it.
 *
 * @param rows       in any order
 * @param context    the newest accepted bars before the first row, oldest first, at least {@link BarChecks#CONTEXT_BARS}
 *     if there are as many: fewer change verdicts
 * @param waiting    how many rows after the last context bar are in quarantine as unexplained jumps
 * @param actions    all known ones of the asset
 * @param source     where the rows come from; its price basis says which actions show in the prices
 * @param lastClosed the last session that has ended: a later bar cannot be known
 * @param released   bars that a person believed after the checks had refused them: they are not judged again
 */
public record BarBatch(
        Asset asset,
        List<Row<DailyBar>> rows,
        List<DailyBar> context,
        int waiting,
        List<CorporateAction> actions,
        Source source,
        LocalDate lastClosed,
        List<DailyBar> released) {

    public BarBatch {
        released = List.copyOf(released);
    }

    /** Without released bars. */
    public BarBatch(
            Asset asset,
            List<Row<DailyBar>> rows,
            List<DailyBar> context,
            int waiting,
            List<CorporateAction> actions,
            Source source,
            LocalDate lastClosed) {
        this(asset, rows, context, waiting, actions, source, lastClosed, List.of());
    }

    /** Whether the bar, or one that says the same of the day, was released. */
    boolean wasReleased(DailyBar bar) {
        return !released.isEmpty()
                && released.stream()
                        .anyMatch(known -> known.date().equals(bar.date())
                                && known.open() == bar.open()
                                && known.high() == bar.high()
                                && known.low() == bar.low()
                                && known.close() == bar.close()
                                && Double.compare(known.volume(), bar.volume()) == 0);
    }
}
