package io.lumia.market.provider.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A candle as it stood in an answer.
 *
 * @param line  ordinal in the answer, the first is 1
 * @param start of its interval
 * @param raw   as received
 */
public record Candle(
        long line,
        Instant start,
        JsonNode open,
        JsonNode high,
        JsonNode low,
        JsonNode close,
        JsonNode volume,
        JsonNode raw) {}
