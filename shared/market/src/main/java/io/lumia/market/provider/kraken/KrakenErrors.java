package io.lumia.market.provider.kraken;

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

/** Kraken's {@code error} list: texts of severity (E or W), category and message. A warning does not spoil an answer. */
final class KrakenErrors {

    private static final Pattern THROTTLED_UNTIL = Pattern.compile("eservice:throttled:\\s*(\\d{9,11})\\b.*");

    /** After too many wrong calls (support.kraken.com, "API errors"). */
    private static final Duration LOCKOUT = Duration.ofMinutes(15);

    private KrakenErrors() {}

    static Optional<ProviderAnswer> find(JsonNode tree, WebResponse response) {
        JsonNode errors = tree.path("error");
        if (errors.isTextual()) {
            return Optional.of(meaning(errors.textValue(), response));
        }
        for (JsonNode error : errors) {
            if (!error.asText().startsWith("W")) {
                return Optional.of(meaning(error.asText(), response));
            }
        }
        return Optional.empty();
    }

    private static ProviderAnswer meaning(String error, WebResponse response) {
        String text = error.toLowerCase(Locale.ROOT);
        String seen = WebStatus.beginning(error);
        Matcher until = THROTTLED_UNTIL.matcher(text);
        if (until.matches()) {
            Duration wait =
                    Duration.between(response.receivedAt(), Instant.ofEpochSecond(Long.parseLong(until.group(1))));
            return new Throttled(bounded(wait), seen);
        }
        if (text.contains("rate limit") || text.contains("too many requests") || text.contains("throttled")) {
            return new Throttled(WebStatus.waitTime(response), seen);
        }
        if (text.contains("temporary lockout")) {
            return new Throttled(LOCKOUT, seen);
        }
        if (text.startsWith("equery:unknown asset") || text.contains("unknown asset pair")) {
            return new SymbolUnknown(seen);
        }
        if (text.startsWith("eservice:") || text.startsWith("egeneral:internal error")) {
            return new Unreachable(seen);
        }
        if (text.startsWith("eapi:invalid key")
                || text.startsWith("eapi:invalid signature")
                || text.startsWith("eapi:invalid nonce")
                || text.startsWith("egeneral:permission denied")) {
            return new BadKey(seen);
        }
        return text.contains("restricted") ? new Blocked(seen) : new SchemaChanged(seen);
    }

    private static Duration bounded(Duration wait) {
        if (!wait.isPositive()) {
            return WebStatus.USUAL_WAIT;
        }
        return wait.compareTo(WebStatus.LONGEST_WAIT) > 0 ? WebStatus.LONGEST_WAIT : wait;
    }
}
