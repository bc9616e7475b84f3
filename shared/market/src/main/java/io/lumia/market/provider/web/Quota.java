package io.lumia.market.provider.web;

import io.lumia.kernel.AppException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many calls a provider allows within any stretch of a length, by all processes that use one key together.
 *
 * @param calls 1 or more
 * @param per   the stretch's length
 */
public record Quota(int calls, Duration per) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,7})/(\\d{1,5})([smhd])");
    private static final String ALLOWED = "calls/length, such as 2/1s, 5/60s, 50/1h, 25/1d, several joined by commas";

    public Quota {
        if (calls < 1 || !per.isPositive()) {
            throw AppException.invalid("quota", calls + " per " + per, "at least one call in a positive time");
        }
    }

    public static Quota of(int calls, Duration per) {
        return new Quota(calls, per);
    }

    /** Reads {@code 2/1s,25/1d}. */
    public static List<Quota> parse(String text) {
        return Arrays.stream(text.split(","))
                .map(part -> parseOne(part.strip()))
                .toList();
    }

    private static Quota parseOne(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw AppException.invalid("quota", text, ALLOWED);
        }
        long length = Long.parseLong(matcher.group(2));
        Duration per =
                switch (matcher.group(3)) {
                    case "s" -> Duration.ofSeconds(length);
                    case "m" -> Duration.ofMinutes(length);
                    case "h" -> Duration.ofHours(length);
                    default -> Duration.ofDays(length);
                };
        return new Quota(Integer.parseInt(matcher.group(1)), per);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return "%d/%ds".formatted(calls, per.toSeconds());
    }
}
