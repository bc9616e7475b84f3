package io.lumia.market.provider.tiingo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.PlanLimit;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Tiingo refuses in a sentence: {@code {"detail": "…"}} or plain text, with 401 to 429 or, for its limits, 200. */
final class TiingoErrors {

    private static final int LONGEST_SENTENCE = 600;

    private TiingoErrors() {}

    static Optional<ProviderAnswer> said(Optional<JsonNode> json, String text, WebResponse response) {
        boolean isPlain = json.isEmpty()
                && text.length() <= LONGEST_SENTENCE
                && !text.stripLeading().startsWith("<");
        String sentence = json.map(TiingoErrors::sentence).orElse(isPlain ? text : "");
        String words = sentence.toLowerCase(Locale.ROOT);
        String seen = "HTTP %d: %s".formatted(response.status(), WebStatus.beginning(sentence));
        if (words.contains("hour") && isLimit(words)) {
            return Optional.of(new Throttled(untilNextHour(response), seen));
        }
        if (isLimit(words) || words.contains("permission") || words.contains("upgrade")) {
            return Optional.of(new PlanLimit(seen));
        }
        if (words.contains("token") || words.contains("authentication credentials")) {
            return Optional.of(new BadKey(seen));
        }
        if (words.contains("not found") && (response.status() == 404 || words.contains("ticker"))) {
            return Optional.of(new SymbolUnknown(seen));
        }
        boolean isRefusal = json.isPresent() && !sentence.isEmpty() && response.status() < 400;
        return isRefusal ? Optional.of(new SchemaChanged(seen)) : Optional.empty();
    }

    private static String sentence(JsonNode json) {
        return json.isTextual() ? json.textValue() : json.path("detail").asText("");
    }

    /** "You have run over your hourly request allocation", "your 500 symbol look up for this month". */
    private static boolean isLimit(String words) {
        return words.contains("run over your") || words.contains("allocation") || words.contains("exceeded your");
    }

    /** The allocation is by the hour of the clock; a Retry-After says it better. */
    private static Duration untilNextHour(WebResponse response) {
        if (response.header("retry-after").isPresent()) {
            return WebStatus.waitTime(response);
        }
        Instant now = response.receivedAt();
        return Duration.between(now, now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
    }
}
