package io.lumia.news.link;

import io.lumia.kernel.AppException;
import java.time.LocalDate;
import java.util.List;

/**
 * What the linker reads.
 *
 * @param publishedOn     decides which names and tickers were valid
 * @param providerSymbols the symbols under which the provider delivered it; may be empty
 */
public record ArticleText(
        String title, String body, LocalDate publishedOn, TextKind kind, List<String> providerSymbols) {

    /** UTF-16 units; longer texts are refused, for the caller decides what to leave out. */
    public static final int MAXIMUM_TITLE_LENGTH = 1 << 21;

    public static final int MAXIMUM_BODY_LENGTH = 1 << 21;
    public static final int MAXIMUM_PROVIDER_SYMBOLS = 1_000;

    public ArticleText {
        requireAtMost("title length", title.length(), MAXIMUM_TITLE_LENGTH);
        requireAtMost("body length", body.length(), MAXIMUM_BODY_LENGTH);
        requireAtMost("number of provider symbols", providerSymbols.size(), MAXIMUM_PROVIDER_SYMBOLS);
        providerSymbols = List.copyOf(providerSymbols);
    }

    private static void requireAtMost(String field, int value, int maximum) {
        if (value > maximum) {
            throw AppException.invalid(field, value, "at most " + maximum);
        }
    }
}
