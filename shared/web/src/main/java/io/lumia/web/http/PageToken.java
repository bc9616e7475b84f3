package io.lumia.web.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a time series goes on. It pins the instant of the first page, so that a correction between two pages cannot
 * double or skip a day, and names the question, so that it cannot be used for another one.
 *
 * @param next     date of the first point that was not shown
 * @param asOf     the first page's instant
 * @param question see {@link ApiRequest#question()}
 * @param skipped  points of that date that were shown already; 0 where a date has one point
 */
public record PageToken(LocalDate next, Instant asOf, String question, int skipped) {

    private static final int PARTS = 4;
    private static final int PARTS_WITH_SKIPPED = 5;
    private static final Pattern SKIPPED = Pattern.compile("[1-9]\\d{0,7}");
    private static final String VERSION = "1";

    public PageToken(LocalDate next, Instant asOf, String question) {
        this(next, asOf, question, 0);
    }

    /** Text that fits into a URL as it is. */
    public String text() {
        String plain = String.join("|", VERSION, next.toString(), asOf.toString(), question);
        plain += skipped == 0 ? "" : "|" + skipped;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty where the text is no token of ours. */
    public static Optional<PageToken> parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split("\\|", -1);
            boolean skips = parts.length == PARTS_WITH_SKIPPED;
            if (!skips && parts.length != PARTS || !parts[0].equals(VERSION)) {
                return Optional.empty();
            }
            if (skips && !SKIPPED.matcher(parts[PARTS]).matches()) {
                return Optional.empty();
            }
            int skipped = skips ? Integer.parseInt(parts[PARTS]) : 0;
            return Optional.of(new PageToken(LocalDate.parse(parts[1]), Instant.parse(parts[2]), parts[3], skipped));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
