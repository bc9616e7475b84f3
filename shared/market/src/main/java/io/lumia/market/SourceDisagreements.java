package io.lumia.market;

import java.time.LocalDate;
import java.util.List;

/** Where two sources disagree beyond {@link SourceComparison#tolerance}, with both values. */
public interface SourceDisagreements {

    /** Those about an asset's bars from {@code from} to {@code to}, both included, that are not resolved; oldest date first. */
    List<SourceDisagreement> open(Asset asset, LocalDate from, LocalDate to);

    /** Of all assets, resolved ones too, the latest seen first. */
    List<SourceDisagreement> latest(int offset, int limit);

    long countOpen();
}
