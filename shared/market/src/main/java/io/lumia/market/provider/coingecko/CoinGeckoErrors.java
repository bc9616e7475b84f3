package io.lumia.market.provider.coingecko;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.Blocked;
import io.lumia.market.provider.ProviderAnswer.PlanLimit;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.util.Locale;
import java.util.Optional;

/**
 * CoinGecko's refusals: {@code {"status": {"error_code": …, "error_message": …}}}, the same inside {@code error}, or
 * {@code {"error": "coin not found"}}. Too many calls are also answered by a page of Cloudflare's.
 */
final class CoinGeckoErrors {

    private CoinGeckoErrors() {}

    static Optional<ProviderAnswer> find(Optional<JsonNode> tree, WebResponse response) {
        if (response.status() == 429) {
            return Optional.of(throttledOrUsedUp(response));
        }
        return tree.filter(JsonNode::isObject)
                .flatMap(json -> find(json, response))
                .or(() -> WebStatus.refusal(response));
    }

    private static Optional<ProviderAnswer> find(JsonNode json, WebResponse response) {
        JsonNode error = json.path("error");
        JsonNode status = error.isObject() ? error.path("status") : json.path("status");
        if (status.has("error_code")) {
            return Optional.of(meaning(status.path("error_code").asInt(), response));
        }
        if (!error.isTextual()) {
            return Optional.empty();
        }
        String words = error.textValue().toLowerCase(Locale.ROOT);
        if (words.contains("not found") || words.contains("could not find coin")) {
            return Optional.of(new SymbolUnknown(WebStatus.seen(response)));
        }
        return WebStatus.refusal(response).or(() -> Optional.of(new SchemaChanged(WebStatus.seen(response))));
    }

    private static ProviderAnswer meaning(int code, WebResponse response) {
        String seen = WebStatus.seen(response);
        return switch (code) {
            case 429 -> throttledOrUsedUp(response);
            // More than the last 365 days; an endpoint or interval of paid plans.
            case 10005, 10006, 10012 -> new PlanLimit(seen);
            case 10002, 10010, 10011 -> new BadKey(seen);
            case 1020 -> new Blocked(seen);
            default -> WebStatus.refusal(response).orElseGet(() -> new SchemaChanged(seen));
        };
    }

    private static ProviderAnswer throttledOrUsedUp(WebResponse response) {
        String words = response.text().toLowerCase(Locale.ROOT);
        return words.contains("monthly") ? new PlanLimit(WebStatus.seen(response)) : WebStatus.throttled(response);
    }
}
