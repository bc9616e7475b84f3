package io.lumia.market.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.Blocked;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderAnswer.Unreachable;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What Yahoo says instead of an answer. The same words come with several statuses, 200 among them. */
final class YahooErrors {

    /** Yahoo's own status for "we don't serve you now". */
    private static final int REQUEST_DENIED = 999;

    private static final int LONGEST_PHRASE = 2_000;
    private static final List<String> ENVELOPES =
            List.of("chart", "quoteResponse", "quoteSummary", "timeseries", "finance", "spark");

    private YahooErrors() {}

    /** Of a text that is no JSON. */
    static Optional<ProviderAnswer> inText(String text, WebResponse response) {
        String start =
                text.substring(0, Math.min(text.length(), LONGEST_PHRASE)).toLowerCase(Locale.ROOT);
        if (isThrottle(start, response)) {
            return Optional.of(WebStatus.throttled(response));
        }
        if (start.contains("guce.yahoo") || start.contains("consent.yahoo")) {
            return Optional.of(new Blocked("consent page; " + WebStatus.seen(response)));
        }
        if (start.contains("will be right back") || start.contains("our engineers are working")) {
            return Optional.of(new Unreachable(WebStatus.seen(response)));
        }
        return start.startsWith("<") ? Optional.empty() : phrase(start, WebStatus.seen(response));
    }

    private static boolean isThrottle(String text, WebResponse response) {
        return response.status() == REQUEST_DENIED
                || response.status() == 429
                || text.contains("too many requests")
                || text.contains("error 999");
    }

    /** Of an answer's error envelope; empty where there is none. */
    static Optional<ProviderAnswer> inEnvelope(JsonNode json, WebResponse response) {
        if (response.status() == 429 || response.status() == REQUEST_DENIED) {
            return Optional.of(WebStatus.throttled(response));
        }
        if (json.isTextual()) {
            return inText(json.textValue(), response);
        }
        return ENVELOPES.stream()
                .map(name -> json.path(name).path("error"))
                .filter(error -> !error.isMissingNode() && !error.isNull())
                .findFirst()
                .map(error -> error(error, response));
    }

    private static ProviderAnswer error(JsonNode error, WebResponse response) {
        String code = error.path("code").asText("");
        String description = error.path("description").asText(error.isTextual() ? error.textValue() : "");
        String said = WebStatus.beginning("HTTP %d: %s: %s".formatted(response.status(), code, description));
        String words = (code + ": " + description).toLowerCase(Locale.ROOT);
        if (words.contains("too many requests") || words.contains("error 999")) {
            return new Throttled(WebStatus.waitTime(response), said);
        }
        return phrase(words, said).orElseGet(() -> byCode(code.toLowerCase(Locale.ROOT), response, said));
    }

    /** Phrases as seen in answers and issue threads. */
    private static Optional<ProviderAnswer> phrase(String words, String said) {
        if (words.contains("crumb") || words.contains("invalid cookie") || words.contains("unauthorized")) {
            return Optional.of(new Blocked(said));
        }
        if (words.contains("data doesn't exist")
                || words.contains("no fundamentals data found")
                || words.contains("must be within the last")) {
            return Optional.of(new EmptyConfirmed(said));
        }
        if (words.contains("no data found")
                || words.contains("quote not found")
                || words.contains("symbol not found")) {
            return Optional.of(new SymbolUnknown(said));
        }
        return Optional.empty();
    }

    private static ProviderAnswer byCode(String code, WebResponse response, String said) {
        if (code.contains("internal") || code.contains("unavailable") || code.contains("timeout")) {
            return new Unreachable(said);
        }
        return switch (response.status()) {
            case 401, 403 -> new Blocked(said);
            default ->
                WebStatus.refusal(response)
                        .filter(answer -> answer instanceof Unreachable)
                        .orElse(new SchemaChanged(said));
        };
    }
}
