package io.lumia.market;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a caller looks for; a null or empty part does not restrict.
 *
 * @param symbol       exact symbol
 * @param text         words to find in symbol, name, sector, industry and description
 * @param minMarketCap inclusive, in the asset's currency
 * @param pricesUpTo   the last trading date whose close may be shown as the latest price
 * @param page         from 1
 * @param perPage      1 to 200
 */
public record AssetQuery(
        @Nullable String symbol,
        @Nullable AssetType type,
        @Nullable String sector,
        @Nullable Double minMarketCap,
        @Nullable Double maxMarketCap,
        @Nullable String text,
        LocalDate pricesUpTo,
        int page,
        int perPage) {}
