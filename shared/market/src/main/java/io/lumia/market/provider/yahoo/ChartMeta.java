package io.lumia.market.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a chart says about its instrument and market. */
record ChartMeta(JsonNode node, ZoneId zone) {

    /** Why it is none that we know; empty for one that has what a chart needs. */
    static Optional<String> trouble(JsonNode node) {
        for (String required : new String[] {"symbol", "dataGranularity"}) {
            if (!node.path(required).isTextual()) {
                return Optional.of("chart.result[0].meta has no " + required);
            }
        }
        return zone(node).isPresent() ? Optional.empty() : Optional.of("chart.result[0].meta has no time zone");
    }

    static ChartMeta of(JsonNode node) {
        return new ChartMeta(node, zone(node).orElse(ZoneOffset.UTC));
    }

    /** By name where there is one: an offset is today's, not that of a bar in the other half of the year. */
    private static Optional<ZoneId> zone(JsonNode node) {
        try {
            return Optional.of(ZoneId.of(node.path("exchangeTimezoneName").asText()));
        } catch (DateTimeException _) {
            JsonNode offset = node.path("gmtoffset");
            return offset.canConvertToInt() && Math.abs(offset.intValue()) <= 18 * 3600
                    ? Optional.of(ZoneOffset.ofTotalSeconds(offset.intValue()))
                    : Optional.empty();
        }
    }

    String symbol() {
        return node.path("symbol").asText();
    }

    String interval() {
        return node.path("dataGranularity").asText();
    }

    String instrumentType() {
        return node.path("instrumentType").asText("");
    }

    /** As Yahoo writes it, {@code GBp} for pence. */
    String currency() {
        return node.path("currency").asText("USD");
    }

    LocalDate date(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).atZone(zone).toLocalDate();
    }

    /** Empty for instruments of a kind that we do not keep. */
    Optional<AssetDefinition> asset(String symbol, @Nullable AssetType asked) {
        Optional<AssetType> type = YahooMarkets.type(instrumentType()).or(() -> Optional.ofNullable(asked));
        return type.filter(_ -> Symbol.isValid(symbol)).map(known -> definition(symbol, known));
    }

    private AssetDefinition definition(String symbol, AssetType type) {
        JsonNode first = node.path("firstTradeDate");
        String name = node.path("longName").asText(node.path("shortName").asText(symbol));
        return new AssetDefinition(
                Symbol.parse(symbol),
                name,
                type,
                YahooMarkets.mic(node.path("exchangeName").asText("")),
                YahooNumbers.currency(currency()),
                null,
                null,
                null,
                null,
                first.canConvertToLong() ? date(first.longValue()) : null,
                null,
                "",
                Map.of());
    }
}
