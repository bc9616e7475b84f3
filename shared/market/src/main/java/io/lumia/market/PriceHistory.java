package io.lumia.market;

import io.lumia.kernel.AsOf;
import java.time.LocalDate;
import java.util.List;

/**
 * Bars and corporate actions as of an instant.
 *
 * <p>A row is seen when it was public by then (bar: its session had closed; action: its ex-date had begun). Its value is
 * the one our books held at that instant; where our books learned of it only later (a backfilled history), it is the
 * first value we learned. A later correction never replaces what was known.
 */
public interface PriceHistory {

    /** Bars of an asset from {@code from} to {@code to}, both included, oldest first, with their source. */
    StoredBars bars(Asset asset, LocalDate from, LocalDate to, AsOf asOf);

    /**
     * All actions in the value our books held then, oldest first, for {@link PriceAdjuster} alone. Those with an ex-date
     * after the as-of are among them: a source that is adjusted through a later day has them inside its prices, and they
     * must be known to be taken out again. The adjuster applies none of them.
     */
    List<StoredAction> actions(Asset asset, AsOf asOf);
}
