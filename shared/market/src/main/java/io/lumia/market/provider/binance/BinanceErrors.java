package io.lumia.market.provider.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.Blocked;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderAnswer.Unreachable;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Binance's {@code {"code": -1121, "msg": …}} (Binance API documentation, "Error codes"). 429 asks to wait, 418 is the ban of
 * whoever did not; both name the wait.
 */
final class BinanceErrors {

    private static final Pattern BANNED_UNTIL = Pattern.compile("banned until (\\d{13})");

    private BinanceErrors() {}

    static Optional<ProviderAnswer> find(Optional<JsonNode> tree, WebResponse response) {
        if (response.status() == 429 || response.status() == 418) {
            return Optional.of(throttled(response));
        }
        return tree.filter(json -> json.isObject() && json.has("code") && json.has("msg"))
                .map(json -> meaning(json.path("code").asInt(), json.path("msg").asText(""), response))
                .or(() -> WebStatus.refusal(response));
    }

    private static ProviderAnswer meaning(int code, String message, WebResponse response) {
        String seen = WebStatus.seen(response);
        if (response.status() == 451 || message.toLowerCase(Locale.ROOT).contains("restricted location")) {
            return new Blocked(seen);
        }
        return switch (code) {
            case -1121 -> new SymbolUnknown(seen);
            case -1100 -> message.contains("'symbol'") ? new SymbolUnknown(seen) : new SchemaChanged(seen);
            case -1003, -1015 -> throttled(response);
            case -1002, -1022, -2014, -2015 -> new BadKey(seen);
            case -1000, -1001, -1006, -1007, -1008 -> new Unreachable(seen);
            default -> WebStatus.refusal(response).orElseGet(() -> new SchemaChanged(seen));
        };
    }

    private static ProviderAnswer throttled(WebResponse response) {
        Matcher until = BANNED_UNTIL.matcher(response.text());
        if (response.header("retry-after").isEmpty() && until.find()) {
            Duration wait =
                    Duration.between(response.receivedAt(), Instant.ofEpochMilli(Long.parseLong(until.group(1))));
            if (wait.isPositive() && wait.compareTo(WebStatus.LONGEST_WAIT) < 0) {
                return new Throttled(wait, WebStatus.seen(response));
            }
        }
        return WebStatus.throttled(response);
    }
}
