package io.lumia.market.provider.xtwitter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.Blocked;
import io.lumia.market.provider.ProviderAnswer.PlanLimit;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderAnswer.Unreachable;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * X refuses by RFC 9457 ({@code {"title", "detail", "type", "status"}}), by a list of {@code errors} beside or inside it, or
 * as it did in its first version ({@code {"errors": [{"code": 88, "message": …}]}}); what part of a question it could not
 * answer stands in {@code errors} beside the data, with 200.
 */
final class XErrors {

    /** Words of what a plan does not hold or has used up. */
    private static final List<String> PLAN = List.of(
            "usage-capped",
            "usagecapexceeded",
            "product cap",
            "spend cap",
            "credits",
            "client-not-enrolled",
            "required_enrollment",
            "access level",
            "level of api access",
            "not available in current product",
            "subset of",
            "upgrade");

    private static final List<String> KEY =
            List.of("unsupported-authentication", "invalid or expired token", "bad authentication");

    private XErrors() {}

    static Optional<ProviderAnswer> said(Optional<JsonNode> json, WebResponse response) {
        JsonNode tree = json.orElse(MissingNode.getInstance());
        boolean isOk = response.status() >= 200 && response.status() < 300;
        boolean isRefusal = tree.path("errors").isArray() || tree.has("title") || tree.has("detail");
        if (tree.has("data") && isOk) {
            return Optional.empty();
        }
        if (!isRefusal) {
            return response.status() == 429 ? Optional.of(throttled(response)) : WebStatus.refusal(response);
        }
        return Optional.of(refusal(tree, isOk ? tree.path("status").asInt(200) : response.status(), response));
    }

    private static ProviderAnswer refusal(JsonNode tree, int status, WebResponse response) {
        String words = tree.toString().toLowerCase(Locale.ROOT);
        String seen = WebStatus.seen(response);
        if (PLAN.stream().anyMatch(words::contains) || hasCode(tree, 453)) {
            return new PlanLimit(seen);
        }
        if (status == 429 || hasCode(tree, 88)) {
            return throttled(response);
        }
        if (status == 401
                || hasCode(tree, 32)
                || hasCode(tree, 89)
                || KEY.stream().anyMatch(words::contains)) {
            return new BadKey(seen);
        }
        if (words.contains("resource-not-found") || status == 404) {
            return new SymbolUnknown(seen);
        }
        if (words.contains("not-authorized-for-resource")) {
            return new PlanLimit(seen);
        }
        return switch (status) {
            case 402, 403 -> new PlanLimit(seen);
            case 451 -> new Blocked(seen);
            default -> status >= 500 ? new Unreachable(seen) : new SchemaChanged(seen);
        };
    }

    private static boolean hasCode(JsonNode tree, int code) {
        for (JsonNode error : tree.path("errors")) {
            if (error.path("code").asInt(0) == code) {
                return true;
            }
        }
        return false;
    }

    /** Until the window ends, by {@code x-rate-limit-reset} in epoch seconds, if that is still to come. */
    private static Throttled throttled(WebResponse response) {
        Duration wait = response.header("x-rate-limit-reset")
                .map(String::strip)
                .filter(text -> text.matches("\\d{9,11}"))
                .map(text -> Duration.between(response.receivedAt(), Instant.ofEpochSecond(Long.parseLong(text))))
                .filter(Duration::isPositive)
                .map(rest -> rest.compareTo(WebStatus.LONGEST_WAIT) > 0 ? WebStatus.LONGEST_WAIT : rest)
                .orElseGet(() -> WebStatus.waitTime(response));
        return new Throttled(wait, WebStatus.seen(response));
    }
}
