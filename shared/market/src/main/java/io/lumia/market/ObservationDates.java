package io.lumia.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Of which dates our books have an observation: what completeness and gaps of a series are counted from. */
public interface ObservationDates {

    /** Dates from {@code from} to {@code to}, both included, oldest first; every series asked for has an entry. */
    Map<Asset, List<LocalDate>> dates(List<Asset> series, LocalDate from, LocalDate to);
}
