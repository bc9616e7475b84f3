package io.lumia.market;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of assets and how many there are in all. */
public record AssetPage(List<Entry> entries, long totalItems) {

    public AssetPage {
        entries = List.copyOf(entries);
    }

    /**
     * An asset with its latest close.
     *
     * @param latestPrice last close as received, null where there is none
     * @param previousClose the close of the bar before, in the same basis, null where there is none
     */
    public record Entry(
            Asset asset,
            @Nullable LocalDate latestDate,
            @Nullable Double latestPrice,
            @Nullable Double previousClose) {}
}
