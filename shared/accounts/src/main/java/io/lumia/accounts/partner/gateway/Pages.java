package io.lumia.accounts.partner.gateway;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a list of API Gateway to its end. */
final class Pages {

    /** The most that API Gateway gives at once. */
    static final int SIZE = 500;

    private static final int MOST_PAGES = 50;

    private Pages() {}

    /**
     * A part of a list.
     *
     * @param next null at the end
     */
    record Page<T>(List<T> items, @Nullable String next) {}

    /** @param read the page at a position, null for the first */
    static <T> List<T> all(Function<@Nullable String, Page<T>> read) {
        List<T> items = new ArrayList<>();
        @Nullable String position = null;
        for (int count = 0; count < MOST_PAGES; count++) {
            Page<T> page = read.apply(position);
            items.addAll(page.items());
            position = page.next();
            if (position == null) {
                return items;
            }
        }
        throw new AppException(
                ErrorCode.LIMIT_REACHED, "a list of the gateway has more than %d pages".formatted(MOST_PAGES));
    }
}
