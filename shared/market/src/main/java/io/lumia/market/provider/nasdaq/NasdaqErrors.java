package io.lumia.market.provider.nasdaq;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderAnswer.Unreachable;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.util.Locale;
import java.util.Optional;

/** The status inside: {@code {"data":null,"status":{"rCode":400,"bCodeMessage":[{"errorMessage":"Symbol not exists."}]}}}. */
final class NasdaqErrors {

    private static final int FINE = 200;

    private NasdaqErrors() {}

    static Optional<ProviderAnswer> inEnvelope(JsonNode json, WebResponse response) {
        JsonNode status = json.path("status");
        int code = status.path("rCode").asInt(FINE);
        String message = message(json);
        boolean hasData = !json.path("data").isNull() && !json.path("data").isMissingNode();
        if (!status.isObject() || (code == FINE && (hasData || message.isEmpty()))) {
            return Optional.empty();
        }
        return Optional.of(answer(code, message, WebStatus.seen(response)));
    }

    private static String message(JsonNode json) {
        StringBuilder message = new StringBuilder();
        for (JsonNode part : json.path("status").path("bCodeMessage")) {
            message.append(part.path("errorMessage").asText("")).append(' ');
        }
        return message.append(json.path("message").asText(""))
                .toString()
                .replace("null", "")
                .strip();
    }

    private static ProviderAnswer answer(int code, String message, String seen) {
        String words = message.toLowerCase(Locale.ROOT);
        if (words.contains("not exist")) {
            return new SymbolUnknown(seen);
        }
        if (words.contains("no data") || words.contains("no record") || words.contains("not available")) {
            return new EmptyConfirmed(seen);
        }
        return code >= 500 || words.contains("went wrong") || words.contains("try again")
                ? new Unreachable(seen)
                : new SchemaChanged(seen);
    }
}
