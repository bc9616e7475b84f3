package io.lumia.market.provider.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.Blocked;
import io.lumia.market.provider.ProviderAnswer.PlanLimit;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.web.WebNumbers;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reddit refuses with {@code {"message", "error", "reason"?}}, the status in {@code error}. A 403 in JSON is about what was
 * asked for (private, quarantined, for members with the right to see it): what our access does not hold. A 403 page of HTML
 * is about us, whatever we ask.
 */
final class RedditErrors {

    private RedditErrors() {}

    static Optional<ProviderAnswer> said(Optional<JsonNode> json, WebResponse response) {
        int inside = json.map(tree -> tree.path("error").asInt(0)).orElse(0);
        boolean isOk = response.status() >= 200 && response.status() < 300;
        int status = isOk && inside >= 400 ? inside : response.status();
        String seen = WebStatus.seen(response);
        return switch (status) {
            case 401 -> Optional.of(new BadKey(seen));
            case 403 -> Optional.of(forbidden(json, response, seen));
            case 404 -> Optional.of(new SymbolUnknown("no such subreddit; " + seen));
            case 429 -> Optional.of(throttled(response, seen));
            case 302 -> redirected(response, seen);
            default ->
                isOk && inside >= 500 ? Optional.of(new ProviderAnswer.Unreachable(seen)) : WebStatus.refusal(response);
        };
    }

    private static ProviderAnswer forbidden(Optional<JsonNode> json, WebResponse response, String seen) {
        String reason =
                json.map(tree -> tree.path("reason").asText("")).orElse("").toLowerCase(Locale.ROOT);
        if (json.isEmpty() || !json.get().isObject()) {
            return new Blocked(seen);
        }
        boolean isUsedUp = number(response, "x-ratelimit-remaining").orElse(1) <= 0;
        if (isUsedUp) {
            return throttled(response, seen);
        }
        return reason.equals("banned") ? new SymbolUnknown(seen) : new PlanLimit(seen);
    }

    /** A subreddit that is not there sends to a search for one of a similar name. */
    private static Optional<ProviderAnswer> redirected(WebResponse response, String seen) {
        boolean isSearch = response.header("location").orElse("").contains("/subreddits/search");
        return isSearch ? Optional.of(new SymbolUnknown("no such subreddit; " + seen)) : WebStatus.refusal(response);
    }

    /** Until the window ends, in seconds; a Retry-After where there is no window. */
    private static Throttled throttled(WebResponse response, String seen) {
        OptionalDouble seconds = number(response, "x-ratelimit-reset");
        boolean isTimed = seconds.isPresent() && seconds.getAsDouble() > 0;
        Duration wait =
                isTimed ? Duration.ofSeconds((long) Math.ceil(seconds.getAsDouble())) : WebStatus.waitTime(response);
        return new Throttled(wait.compareTo(WebStatus.LONGEST_WAIT) > 0 ? WebStatus.LONGEST_WAIT : wait, seen);
    }

    private static OptionalDouble number(WebResponse response, String header) {
        return response.header(header).map(WebNumbers::parse).orElse(OptionalDouble.empty());
    }
}
