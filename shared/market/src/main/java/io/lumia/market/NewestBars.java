package io.lumia.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The day of each asset's newest bar: what the age of our data is counted from. */
public interface NewestBars {

    /** From {@code from} to {@code to}, both included; an asset without a bar there is not in the answer. */
    Map<Asset, LocalDate> newest(List<Asset> assets, LocalDate from, LocalDate to);
}
