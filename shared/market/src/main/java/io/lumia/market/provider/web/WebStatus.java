package io.lumia.market.provider.web;

import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.Blocked;
import io.lumia.market.provider.ProviderAnswer.PlanLimit;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderAnswer.Unchanged;
import io.lumia.market.provider.ProviderAnswer.Unreachable;
import io.lumia.platform.web.WebResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What a status means (RFC 9110, RFC 6585) wherever a provider does not say otherwise. Adapters ask their own rules first. */
public final class WebStatus {

    /** Where a provider asks us to wait and does not say how long. */
    public static final Duration USUAL_WAIT = Duration.ofSeconds(60);

    /** A provider that names a longer time means its next day or month; we look again after this. */
    public static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private static final int SHOWN_CHARACTERS = 160;

    private WebStatus() {}

    /** Empty for 200 to 299, except 204, which nobody uses for an answer with content. */
    public static Optional<ProviderAnswer> refusal(WebResponse response) {
        int status = response.status();
        if (status >= 200 && status < 300 && status != 204) {
            return Optional.empty();
        }
        return Optional.of(
                switch (status) {
                    case 304 -> new Unchanged("not modified");
                    case 429 -> throttled(response);
                    case 401 -> new BadKey(seen(response));
                    case 402 -> new PlanLimit(seen(response));
                    case 403, 407, 418, 451 -> new Blocked(seen(response));
                    case 408, 425 -> new Unreachable(seen(response));
                    case 204, 400, 404, 405, 406, 410, 411, 413, 414, 415, 421, 422 ->
                        new SchemaChanged(seen(response));
                    default -> {
                        if (status >= 300 && status < 400) {
                            yield new Blocked("redirected to %s; %s"
                                    .formatted(response.header("location").orElse("nowhere"), seen(response)));
                        }
                        if (status == 503 && response.header("retry-after").isPresent()) {
                            yield throttled(response);
                        }
                        yield status >= 500 ? new Unreachable(seen(response)) : new SchemaChanged(seen(response));
                    }
                });
    }

    /** Asked to wait, as long as Retry-After says. */
    public static Throttled throttled(WebResponse response) {
        return new Throttled(waitTime(response), seen(response));
    }

    /** Of Retry-After, in seconds or as a date; {@link #USUAL_WAIT} without it. */
    public static Duration waitTime(WebResponse response) {
        return response.header("retry-after")
                .flatMap(text -> retryAfter(text.strip(), response.receivedAt()))
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
                .orElse(USUAL_WAIT);
    }

    private static Optional<Duration> retryAfter(String text, Instant now) {
        try {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                    .toInstant();
            Duration wait = Duration.between(now, until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The status and the beginning of the body, for a person. */
    public static String seen(WebResponse response) {
        return "HTTP %d: %s".formatted(response.status(), beginning(response.text()));
    }

    /** The beginning of a text on one line, without control characters. */
    public static String beginning(String text) {
        String line = text.substring(0, Math.min(text.length(), 4 * SHOWN_CHARACTERS))
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
