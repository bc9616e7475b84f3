package io.lumia.signals;

import io.lumia.market.Asset;
import java.time.LocalDate;

/**
 * An asset whose signals may be out of date.
 *
 * @param from       exchange-local date from which on they may be; {@link #BEGINNING} for all of them
 * @param storedOnly whether only rows that are there already are meant: where none is stored from that day on, nothing is
 *                   to be done
 */
public record SignalChange(Asset asset, LocalDate from, boolean storedOnly) {

    public static final LocalDate BEGINNING = LocalDate.MIN;

    /** Bars are new or other from a day on. */
    public static SignalChange ofBars(Asset asset, LocalDate from) {
        return new SignalChange(asset, from, false);
    }

    /** Everything, from the first bar on. */
    public static SignalChange ofEverything(Asset asset) {
        return new SignalChange(asset, BEGINNING, false);
    }

    /** Something else that stored rows rest on is new from a day on, such as the benchmark. */
    public static SignalChange ofStored(Asset asset, LocalDate from) {
        return new SignalChange(asset, from, true);
    }

    /** The same change, from {@code day} on if that is earlier. */
    public SignalChange since(LocalDate day) {
        return day.isBefore(from) ? new SignalChange(asset, day, storedOnly) : this;
    }
}
