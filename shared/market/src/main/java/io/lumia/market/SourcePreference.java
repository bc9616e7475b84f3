package io.lumia.market;

import java.util.List;

/**
 * Whose bar stays where two providers have one of the same asset and day: the provider that comes first here. What an
 * operator brings himself, a bundle, comes before all. A provider that is not in the list comes after those that are; of two
 * such, whoever came first stays.
 */
public final class SourcePreference {

    private static final List<String> STOCKS = List.of("bundle", "yahoo", "cboe", "tiingo", "alphavantage");
    private static final List<String> MUTUAL_FUNDS = List.of("bundle", "yahoo", "nasdaq", "tiingo", "alphavantage");
    private static final List<String> INDEXES = List.of("bundle", "yahoo", "cboe", "fred");
    private static final List<String> CURRENCIES = List.of("bundle", "ecb", "frankfurter", "yahoo", "alphavantage");
    private static final List<String> CRYPTO = List.of("bundle", "coinbase", "kraken", "yahoo");
    private static final List<String> YIELDS = List.of("bundle", "ustreasury", "fred");
    private static final List<String> COMMODITIES = List.of("bundle", "fred", "yahoo");
    private static final List<String> INDICATORS = List.of("bundle", "fred", "worldbank", "bls");

    private SourcePreference() {}

    /** Providers, the one whose bar stays first. */
    public static List<String> order(AssetType type) {
        return switch (type) {
            case STOCK, ETF -> STOCKS;
            case MUTUAL_FUND -> MUTUAL_FUNDS;
            case INDEX -> INDEXES;
            case FOREX -> CURRENCIES;
            case CRYPTO -> CRYPTO;
            case BOND -> YIELDS;
            case COMMODITY -> COMMODITIES;
            case ECONOMIC_INDICATOR -> INDICATORS;
        };
    }

    /** Whether the first provider's bar replaces the second's. */
    public static boolean prefers(AssetType type, String provider, String other) {
        return rank(type, provider) < rank(type, other);
    }

    private static int rank(AssetType type, String provider) {
        int position = order(type).indexOf(provider);
        return position < 0 ? Integer.MAX_VALUE : position;
    }
}
