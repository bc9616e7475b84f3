package io.lumia.market;

import io.lumia.kernel.Symbol;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about an instrument.
 *
 * @param symbol      the symbol it trades under at the provider
 * @param name        for people
 * @param exchangeMic ISO 10383 market identifier of the primary listing, null where there is none
 * @param currency    ISO 4217 currency of its prices, or the unit's currency of a series
 * @param marketCap   in {@code currency}, null where unknown
 * @param cik         SEC central index key without leading zeros, null where there is none
 * @param firstDate   first day of its life, null where unknown; of a definition on its way into our books, under this symbol
 * @param lastDate    last day of its life, null where it still lives
 * @param attributes  what only its type has, such as {@code unit} and {@code frequency} of a series
 */
public record AssetDefinition(
        Symbol symbol,
        String name,
        AssetType type,
        @Nullable String exchangeMic,
        String currency,
        @Nullable String sector,
        @Nullable String industry,
        @Nullable Double marketCap,
        @Nullable String cik,
        @Nullable LocalDate firstDate,
        @Nullable LocalDate lastDate,
        String description,
        Map<String, String> attributes) {

    public AssetDefinition {
        attributes = Map.copyOf(attributes);
    }

    /**
     * What a source that does not describe an asset wholly says of it, and what our books know besides: name and market are
     * the source's where it gives them, the days of its life stay, and its type unless that was inferred; attributes are joined.
     */
    public AssetDefinition completedBy(AssetDefinition known) {
        Map<String, String> joined = new java.util.HashMap<>(known.attributes());
        joined.putAll(attributes);
        if (!"inferred".equals(attributes.get("metadata"))) {
            joined.remove("metadata");
        }
        boolean hasName = !name.isBlank() && !name.equals(symbol.value());
        return new AssetDefinition(
                known.symbol(),
                hasName ? name : known.name(),
                "inferred".equals(known.attributes().get("metadata")) ? type : known.type(),
                exchangeMic == null ? known.exchangeMic() : exchangeMic,
                known.currency(),
                sector == null ? known.sector() : sector,
                industry == null ? known.industry() : industry,
                marketCap == null ? known.marketCap() : marketCap,
                cik == null ? known.cik() : cik,
                known.firstDate(),
                known.lastDate(),
                description.isBlank() ? known.description() : description,
                joined);
    }

    /** The same, still alive as far as anybody knows. */
    public AssetDefinition withoutLastDate() {
        return withLife(firstDate, null);
    }

    /** The same with another first and last day. */
    public AssetDefinition withLife(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new AssetDefinition(
                symbol,
                name,
                type,
                exchangeMic,
                currency,
                sector,
                industry,
                marketCap,
                cik,
                first,
                last,
                description,
                attributes);
    }
}
