package io.lumia.market;

import io.lumia.kernel.AsOf;
import java.time.LocalDate;
import java.util.List;

/** Observations as of an instant; what is seen follows the rule of {@link PriceHistory}. */
public interface ObservationHistory {

    /** Oldest first, both ends included, at most {@code limit}. */
    List<Observation> observations(Asset series, LocalDate from, LocalDate to, AsOf asOf, int limit);
}
