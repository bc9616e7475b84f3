package io.lumia.web.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a time series goes on. It pins the instant of the first page, so that a correction between two pages cannot
 * double or skip a day, and names the question, so that it cannot be used for another one.
 *
 * @param next     date of the first point that was not shown
 * @param asOf     the first page's instant
 * @param question see {@link ApiRequest#question()}
 */
public record PageToken(LocalDate next, Instant asOf, String question) {

    private static final int PARTS = 4;
    private static final String VERSION = "1";

    /** Text that fits into a URL as it is. */
    public String text() {
        String plain = String.join("|", VERSION, next.toString(), asOf.toString(), question);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty where the text is no token of ours. */
    public static Optional<PageToken> parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split("\\|", -1);
            if (parts.length != PARTS || !parts[0].equals(VERSION)) {
                return Optional.empty();
            }
            return Optional.of(new PageToken(LocalDate.parse(parts[1]), Instant.parse(parts[2]), parts[3]));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
