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
 */
public record BarBatch(
        Asset asset,
        List<Row<DailyBar>> rows,
        List<DailyBar> context,
        int waiting,
        List<CorporateAction> actions,
        Source source,
        LocalDate lastClosed) {}
