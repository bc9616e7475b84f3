package io.lumia.market.provider.secedgar;

import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.Blocked;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderAnswer.Unreachable;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.market.provider.web.WebXml;
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * How EDGAR says no. Its files lie in an S3 bucket whose errors are XML: a key that is not there is {@code NoSuchKey} (404)
 * where listing is allowed and {@code AccessDenied} (403) where it is not, so neither is a ban. Bans are HTML pages that
 * all speak of undeclared tools; only the title tells too many calls from a missing User-Agent.
 */
final class Refusals {

    /** How long the SEC keeps an address out that was too fast (sec.gov, "Accessing EDGAR Data"). */
    static final Duration BAN = Duration.ofMinutes(10);

    private static final int LONGEST_PAGE_CHARACTERS = 100_000;

    private Refusals() {}

    /** Empty for an answer that is to be read. */
    static Optional<ProviderAnswer> find(Kind kind, WebResponse response) {
        return bucketError(kind, response)
                .or(() -> ban(response))
                .or(() -> tooMany(response))
                .or(() -> WebStatus.refusal(response));
    }

    private static Optional<ProviderAnswer> bucketError(Kind kind, WebResponse response) {
        if (response.status() == 200 || response.body().length > LONGEST_PAGE_CHARACTERS) {
            return Optional.empty();
        }
        return WebXml.parse(response.body())
                .filter(root -> "Error".equals(root.getLocalName()))
                .flatMap(root -> bucketError(kind, root, response));
    }

    private static Optional<ProviderAnswer> bucketError(Kind kind, Element error, WebResponse response) {
        String seen = WebStatus.seen(response);
        return switch (WebXml.text(error, "Code")) {
            case "NoSuchKey", "AccessDenied" ->
                Optional.of(kind.isAboutOneFiler() ? new SymbolUnknown(seen) : new EmptyConfirmed(seen));
            case "SlowDown", "RequestLimitExceeded", "TooManyRequests" -> Optional.of(WebStatus.throttled(response));
            case "InternalError", "ServiceUnavailable", "RequestTimeout" -> Optional.of(new Unreachable(seen));
            default -> Optional.empty();
        };
    }

    private static Optional<ProviderAnswer> ban(WebResponse response) {
        if (response.body().length > LONGEST_PAGE_CHARACTERS) {
            return Optional.empty();
        }
        String page = response.text().toLowerCase(Locale.ROOT);
        if (page.contains("request rate threshold exceeded")) {
            return Optional.of(new Throttled(longer(response), WebStatus.seen(response)));
        }
        return page.contains("undeclared automated tool") || page.contains("declare your traffic")
                ? Optional.of(new Blocked(WebStatus.seen(response)))
                : Optional.empty();
    }

    private static Optional<ProviderAnswer> tooMany(WebResponse response) {
        return response.status() == 429
                ? Optional.of(new Throttled(longer(response), WebStatus.seen(response)))
                : Optional.empty();
    }

    private static Duration longer(WebResponse response) {
        return response.header("retry-after").isPresent() ? WebStatus.waitTime(response) : BAN;
    }
}
