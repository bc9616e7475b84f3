package io.lumia.news.link;

import io.lumia.kernel.AppException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days on which a name or ticker meant what it means, both ends included; an absent end is open. */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final Validity ALWAYS = new Validity(null, null);

    public Validity {
        if (from != null && to != null && to.isBefore(from)) {
            throw AppException.invalid("valid_to", to, "no date before valid_from, which is " + from);
        }
    }

    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
