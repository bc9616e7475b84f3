package io.lumia.market.gap;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.BarDates;
import io.lumia.market.FactCalendar;
import io.lumia.market.ObservationDates;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gap reports of assets of any class: series by their observations, the others by their bars. */
public final class GapReports {

    /** Nothing in our books is dated outside of these. */
    private static final LocalDate FIRST_DATE = LocalDate.of(1700, 1, 1);

    private static final LocalDate LAST_DATE = LocalDate.of(2200, 12, 31);

    private final BarDates barDates;
    private final ObservationDates observationDates;

    public GapReports(BarDates barDates, ObservationDates observationDates) {
        this.barDates = barDates;
        this.observationDates = observationDates;
    }

    /**
     * One report per asset, in the order of the assets.
     *
     * @param start first date that counts, null for the beginning of each asset's life
     * @param end   last date that counts, null for the last that is due
     */
    public List<GapReport> of(List<Asset> assets, @Nullable LocalDate start, @Nullable LocalDate end, AsOf asOf) {
        return of(assets, dates(assets, start, end), start, end, asOf);
    }

    /**
     * The same for whoever has read the dates already.
     *
     * @param dates as {@link #dates} gives them for the same assets and range
     */
    public List<GapReport> of(
            List<Asset> assets,
            Map<Asset, List<LocalDate>> dates,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            AsOf asOf) {
        return assets.stream()
                .map(asset -> GapFinder.find(asset, dates.getOrDefault(asset, List.of()), start, end, asOf))
                .toList();
    }

    /** Dates of the facts that our books have of each asset, oldest first. */
    public Map<Asset, List<LocalDate>> dates(List<Asset> assets, @Nullable LocalDate start, @Nullable LocalDate end) {
        LocalDate from = start == null ? FIRST_DATE : start;
        LocalDate to = end == null ? LAST_DATE : end;
        Map<Boolean, List<Asset>> bySeries = assets.stream()
                .collect(
                        java.util.stream.Collectors.partitioningBy(asset -> FactCalendar.isSeries(asset.definition())));
        Map<Asset, List<LocalDate>> dates = new HashMap<>();
        List<Asset> withBars = bySeries.getOrDefault(false, List.of());
        List<Asset> series = bySeries.getOrDefault(true, List.of());
        if (!withBars.isEmpty()) {
            dates.putAll(barDates.dates(withBars, from, to));
        }
        if (!series.isEmpty()) {
            dates.putAll(observationDates.dates(series, from, to));
        }
        return dates;
    }
}
