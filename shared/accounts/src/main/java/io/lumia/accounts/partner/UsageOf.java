package io.lumia.accounts.partner;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * What is counted by itself.
 *
 * @param day       UTC
 * @param operation of the OpenAPI document, such as {@code getPrices}
 */
public record UsageOf(UUID keyId, LocalDate day, String operation) implements Comparable<UsageOf> {

    private static final Comparator<UsageOf> ORDER =
            Comparator.comparing(UsageOf::keyId).thenComparing(UsageOf::day).thenComparing(UsageOf::operation);

    @Override
    public int compareTo(UsageOf other) {
        return ORDER.compare(this, other);
    }
}
