package io.lumia.market.provider.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.PlanLimit;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Errors, throttles and quotas, all with 200: {@code Error Message}, {@code Note} (until 2024), {@code Information}
 * (since). Told apart by their words; some throttles name the day's quota too, so those are asked first.
 */
final class AlphaVantageErrors {

    private static final List<String> KEYS = List.of("Error Message", "Note", "Information");

    /** Two calls in a second, or five in a minute. */
    private static final List<String> TOO_FAST = List.of(
            "per minute", "per second", "spreading out", "burst", "more sparingly", "call frequency", "call volume");

    private static final List<String> PAID = List.of("per day", "premium", "daily rate limit");

    private AlphaVantageErrors() {}

    static Optional<ProviderAnswer> inside(JsonNode json, WebResponse response) {
        return KEYS.stream()
                .map(json::path)
                .filter(JsonNode::isTextual)
                .findFirst()
                .map(said -> answer(said.textValue(), response));
    }

    private static ProviderAnswer answer(String said, WebResponse response) {
        String words = said.toLowerCase(Locale.ROOT);
        String seen = WebStatus.beginning("HTTP %d: %s".formatted(response.status(), withoutKey(said)));
        if (words.contains("apikey is invalid")
                || words.contains("demo** api key")
                || words.contains("claim your free")) {
            return new BadKey(seen);
        }
        if (words.contains("invalid api call")) {
            return new SymbolUnknown(seen);
        }
        if (TOO_FAST.stream().anyMatch(words::contains)) {
            return new Throttled(WebStatus.waitTime(response), seen);
        }
        return PAID.stream().anyMatch(words::contains) ? new PlanLimit(seen) : new SchemaChanged(seen);
    }

    /** It likes to repeat the key. */
    private static String withoutKey(String said) {
        return said.replaceAll("(?i)(api ?key (?:as|is|=|:) ?)\\S+", "$1…");
    }
}
