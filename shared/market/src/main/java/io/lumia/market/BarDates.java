package io.lumia.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** On which days our books have a bar: what completeness and gaps are counted from. */
public interface BarDates {

    /** Dates from {@code from} to {@code to}, both included, oldest first; every asset asked for has an entry. */
    Map<Asset, List<LocalDate>> dates(List<Asset> assets, LocalDate from, LocalDate to);
}
