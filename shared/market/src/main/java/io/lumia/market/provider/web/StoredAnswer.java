package io.lumia.market.provider.web;

import io.lumia.kernel.AppException;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.platform.web.WebResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads a response by its provider's adapter and settles what it amounts to. Whoever reads responses does it here: the
 * collector, the loader, and a person with a file.
 */
public final class StoredAnswer {

    /** What people call the same thing. */
    private static final List<List<String>> USUAL_NAMES = List.of(
            List.of("bars", "prices", "daily", "history", "historical", "candles", "ohlc", "ohlcv", "klines", "chart"),
            List.of("observations", "series", "rates", "yields", "yield_curve", "indicator", "indicators", "values"),
            List.of("rates", "fx", "exchange_rates", "timeseries", "hist", "bars"),
            List.of("company_facts", "companyfacts", "facts", "fundamentals"),
            List.of("filings", "submissions"),
            List.of(
                    "news",
                    "articles",
                    "feed",
                    "rss",
                    "atom",
                    "artlist",
                    "stream",
                    "posts",
                    "listing",
                    "search_recent"),
            List.of("assets", "metadata", "symbols", "tickers", "company_tickers", "products", "search"));

    private StoredAnswer() {}

    /**
     * The adapter's kind of a name: one of its kinds, an alias of one, or another usual name of the same thing where that is
     * clear; lower case, with {@code -} and {@code _} alike.
     * Fails with INVALID_INPUT, naming those there are.
     */
    public static String kind(WebAdapter adapter, String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        if (adapter.kinds().containsKey(wanted)) {
            return wanted;
        }
        String known = adapter.aliases().get(wanted);
        return known != null
                ? known
                : byGeneralName(adapter, wanted)
                        .orElseThrow(() -> AppException.invalid(
                                "request of " + adapter.capabilities().provider(),
                                name,
                                String.join(", ", names(adapter))));
    }

    /** The kind that a provider has under another of the usual names, where there is one only. */
    private static Optional<String> byGeneralName(WebAdapter adapter, String wanted) {
        List<String> kinds = USUAL_NAMES.stream()
                .filter(names -> names.contains(wanted))
                .flatMap(List::stream)
                .flatMap(name -> adapter.kinds().containsKey(name)
                        ? Stream.of(name)
                        : Optional.ofNullable(adapter.aliases().get(name)).stream())
                .distinct()
                .toList();
        return kinds.size() == 1 ? Optional.of(kinds.getFirst()) : Optional.empty();
    }

    /** What the response says; an answer without a single row that could be read is none. */
    public static Reading read(WebAdapter adapter, ReadContext context, WebResponse response) {
        Reading reading = adapter.read(context, response);
        return reading instanceof Reading.Rows(ParsedAnswer rows, List<WebCall> more)
                        && more.isEmpty()
                        && rows.size() == 0
                ? Reading.none(withoutRows(rows))
                : reading;
    }

    /**
     * What an answer amounts to of whose rows none could be read. Days that a source lists without a price are days of which
     * it has none; anything else is a format that we do not know.
     */
    public static ProviderAnswer withoutRows(ParsedAnswer rows) {
        List<Rejected> rejected = rows.rejected();
        if (rejected.isEmpty()) {
            return new ProviderAnswer.EmptyConfirmed("no rows for what was asked");
        }
        Rejected first = rejected.getFirst();
        String seen = "%d rows; line %d: %s".formatted(rejected.size(), first.line(), first.detail());
        return rejected.stream().allMatch(StoredAnswer::isDayWithoutPrices)
                ? new ProviderAnswer.EmptyConfirmed("no prices in any of " + seen)
                : new ProviderAnswer.SchemaChanged("none could be read of " + seen);
    }

    private static boolean isDayWithoutPrices(Rejected row) {
        return row.reason() == QuarantineReason.MISSING_VALUE && row.detail().equals(DailyRows.NO_PRICES);
    }

    private static List<String> names(WebAdapter adapter) {
        Map<String, String> sorted = new TreeMap<>(adapter.kinds());
        List<String> names = new ArrayList<>(sorted.keySet());
        new TreeMap<>(adapter.aliases()).forEach((alias, kind) -> names.add("%s (= %s)".formatted(alias, kind)));
        return names;
    }
}
