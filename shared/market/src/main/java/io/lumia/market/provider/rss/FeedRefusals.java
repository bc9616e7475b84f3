package io.lumia.market.provider.rss;

import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.Blocked;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How publishers of feeds say no, in pages that people are to read. */
final class FeedRefusals {

    /** How long the SEC keeps an address out that was too fast (sec.gov, "Accessing EDGAR Data"). */
    static final Duration SEC_BAN = Duration.ofMinutes(10);

    private static final int LOOKED_AT_CHARACTERS = 100_000;

    private static final List<String> BLOCKED = List.of(
            "captcha",
            "access denied",
            "access to this page has been denied",
            "just a moment",
            "attention required",
            "are you a robot",
            "undeclared automated tool",
            "declare your traffic",
            "request has been blocked",
            "enable javascript and cookies",
            "guce.yahoo.com",
            "consent.yahoo.com",
            "before you continue");

    private FeedRefusals() {}

    /** Empty for an answer that is to be read. */
    static Optional<ProviderAnswer> find(WebResponse response) {
        boolean isSuccess = WebStatus.refusal(response).isEmpty();
        return isSuccess ? Optional.empty() : asked(response).or(() -> WebStatus.refusal(response));
    }

    /** Of a page that came where a feed should have. */
    static ProviderAnswer noFeed(WebResponse response, String what) {
        return asked(response)
                .or(() -> blocked(response))
                .orElseGet(
                        () -> new SchemaChanged("%s instead of a feed: %s".formatted(what, WebStatus.seen(response))));
    }

    /** Too many calls, whatever the status says. */
    private static Optional<ProviderAnswer> asked(WebResponse response) {
        String page = page(response);
        if (page.contains("request rate threshold exceeded")) {
            boolean saysHowLong = response.header("retry-after").isPresent();
            Duration wait = saysHowLong ? WebStatus.waitTime(response) : SEC_BAN;
            return Optional.of(new Throttled(wait, WebStatus.seen(response)));
        }
        boolean isShort = page.length() < 400;
        return isShort && page.contains("too many requests")
                ? Optional.of(WebStatus.throttled(response))
                : Optional.empty();
    }

    /** Words of a page only: a document of data may speak of anything. */
    private static Optional<ProviderAnswer> blocked(WebResponse response) {
        String page = page(response).stripLeading();
        return BLOCKED.stream()
                .filter(words -> page.startsWith("<") && page.contains(words))
                .findFirst()
                .map(words -> new Blocked("a page that says '%s': %s".formatted(words, WebStatus.seen(response))));
    }

    private static String page(WebResponse response) {
        String text = response.text();
        return text.substring(0, Math.min(text.length(), LOOKED_AT_CHARACTERS)).toLowerCase(Locale.ROOT);
    }
}
