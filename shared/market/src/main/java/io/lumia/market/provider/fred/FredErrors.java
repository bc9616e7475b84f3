package io.lumia.market.provider.fred;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderAnswer.Unreachable;
import io.lumia.market.provider.web.WebJson;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.market.provider.web.WebXml;
import io.lumia.platform.web.WebResponse;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The API's error, {@code {"error_code":400,"error_message":"Bad Request.  The series does not exist."}} or {@code <error
 * code="400" message="…"/>}, whatever the status says; then the status.
 */
final class FredErrors {

    private record FredError(int code, String message) {}

    private FredErrors() {}

    static Optional<ProviderAnswer> find(String kind, WebResponse response) {
        Optional<FredError> error = json(response).or(() -> xml(response));
        if (error.isPresent()) {
            return Optional.of(meaning(error.get(), response));
        }
        // The page behind a graph of a series that is not there.
        if (kind.equals(FredAdapter.GRAPH) && response.status() == 404) {
            return Optional.of(new SymbolUnknown(WebStatus.seen(response)));
        }
        return WebStatus.refusal(response);
    }

    private static ProviderAnswer meaning(FredError error, WebResponse response) {
        String seen = "error %d: %s".formatted(error.code, WebStatus.beginning(error.message));
        String words = error.message.toLowerCase(Locale.ROOT);
        if (words.contains("api_key") || words.contains("api key")) {
            return new BadKey(seen);
        }
        if (error.code == 429
                || response.status() == 429
                || words.contains("too many")
                || words.contains("rate limit")) {
            return WebStatus.throttled(response);
        }
        if (words.contains("does not exist") || words.contains("series_id")) {
            return new SymbolUnknown(seen);
        }
        if (error.code >= 500 || error.code == 423) {
            return new Unreachable(seen);
        }
        // A refusal that is not about the request, such as 403, means what its status means.
        boolean aboutRequest = response.status() < 300 || response.status() == 400 || response.status() == 404;
        return aboutRequest
                ? new SchemaChanged(seen)
                : WebStatus.refusal(response).orElseGet(() -> new SchemaChanged(seen));
    }

    private static Optional<FredError> json(WebResponse response) {
        if (!response.text().stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        return WebJson.parse(response.text())
                .filter(tree -> tree.has("error_code") || tree.has("error_message"))
                .map(FredErrors::of);
    }

    private static FredError of(JsonNode tree) {
        return new FredError(
                tree.path("error_code").asInt(), tree.path("error_message").asText());
    }

    private static Optional<FredError> xml(WebResponse response) {
        if (!response.text().stripLeading().startsWith("<")) {
            return Optional.empty();
        }
        return WebXml.parse(response.body())
                .filter(root -> "error".equals(root.getLocalName()))
                .map(FredErrors::of);
    }

    private static FredError of(Element root) {
        String code = root.getAttribute("code").strip();
        return new FredError(code.matches("\\d{1,4}") ? Integer.parseInt(code) : 0, root.getAttribute("message"));
    }
}
