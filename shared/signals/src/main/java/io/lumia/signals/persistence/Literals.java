package io.lumia.signals.persistence;

import io.lumia.market.Asset;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;

/** Integers and dates as SQL text, for COPY, which takes no parameters. Nothing typed by a person comes through here. */
final class Literals {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private Literals() {}

    /** {@code 2014-06-09}; a date beyond four-digit years, such as {@link LocalDate#MIN}, becomes the nearest within. */
    static String date(LocalDate date) {
        LocalDate notBefore = date.isBefore(FIRST) ? FIRST : date;
        return (notBefore.isAfter(LAST) ? LAST : notBefore).toString();
    }

    /** {@code 1,2,3}. */
    static String keys(Collection<Asset> assets) {
        return assets.stream().map(asset -> Integer.toString(asset.key())).collect(Collectors.joining(","));
    }
}
