package io.lumia.market.provider.newsapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.PlanLimit;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderAnswer.Unreachable;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.util.Locale;
import java.util.Optional;

/** {@code {"status": "error", "code": …, "message": …}}, with a status of 400, 401, 426, 429 or 500. */
final class NewsApiErrors {

    private NewsApiErrors() {}

    static Optional<ProviderAnswer> said(JsonNode json, WebResponse response) {
        if (!json.path("status").asText("").equals("error")
                && !json.path("code").isTextual()) {
            return Optional.empty();
        }
        String message = json.path("message").asText("");
        String words = message.toLowerCase(Locale.ROOT);
        String seen = "HTTP %d: %s: %s"
                .formatted(response.status(), json.path("code").asText(""), WebStatus.beginning(message));
        return Optional.of(
                switch (json.path("code").asText("")) {
                    case "apiKeyInvalid", "apiKeyMissing", "apiKeyDisabled" -> new BadKey(seen);
                    case "apiKeyExhausted", "maximumResultsReached", "corsNotAllowed" -> new PlanLimit(seen);
                    case "rateLimited" ->
                        isOfTheDay(words) ? new PlanLimit(seen) : new Throttled(WebStatus.waitTime(response), seen);
                    case "unexpectedError" -> new Unreachable(seen);
                    default -> words.contains("upgrade") ? new PlanLimit(seen) : new SchemaChanged(seen);
                });
    }

    /** "Developer accounts are limited to 100 requests over a 24 hour period": used up, not too fast. */
    private static boolean isOfTheDay(String words) {
        return words.contains("hour") || words.contains("per day") || words.contains("a day");
    }
}
