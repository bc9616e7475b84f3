package io.lumia.platform.metrics;

import java.util.List;

/** What a request is about, told from the words of its path that are the same for everybody. */
public enum RouteClass implements Label {
    PRICES,
    ASSETS,
    MARKET,
    SIGNALS,
    OBSERVATIONS,
    NEWS,
    SENTIMENT,
    RECOMMENDATIONS,
    BACKTESTS,
    COLLECTION,
    ACCOUNT,
    HEALTH,
    DOCUMENT,
    OTHER;

    private static final List<String> START = List.of("", "api", "v1");
    private static final int SUBJECT = START.size();
    private static final int OF_AN_ASSET = SUBJECT + 2;
    private static final int MOST_SEGMENTS = 8;

    /** @param path as sent, {@code /api/v1/assets/AAPL/prices} */
    public static RouteClass of(String path) {
        List<String> segments = List.of(path.split("/", MOST_SEGMENTS));
        if (path.equals("/docs") || path.equals("/api/v1/openapi.json")) {
            return DOCUMENT;
        }
        if (path.equals("/.well-known/jwks.json")) {
            return ACCOUNT;
        }
        if (segments.size() <= SUBJECT || !segments.subList(0, SUBJECT).equals(START)) {
            return OTHER;
        }
        return switch (segments.get(SUBJECT)) {
            case "assets" -> ofAnAsset(segments.size() > OF_AN_ASSET ? segments.get(OF_AN_ASSET) : "");
            case "market" -> MARKET;
            case "signals" -> SIGNALS;
            case "observations" -> OBSERVATIONS;
            case "news" -> NEWS;
            case "sentiment" -> SENTIMENT;
            case "recommend", "recommendations" -> RECOMMENDATIONS;
            case "backtests" -> BACKTESTS;
            case "collection" -> COLLECTION;
            case "users", "tokens", "keys", "webhooks", "audit" -> ACCOUNT;
            case "health" -> HEALTH;
            default -> OTHER;
        };
    }

    private static RouteClass ofAnAsset(String what) {
        return switch (what) {
            case "prices" -> PRICES;
            case "sentiment" -> SENTIMENT;
            default -> ASSETS;
        };
    }

    @Override
    public LabelKey key() {
        return LabelKey.ROUTE;
    }

    @Override
    public String value() {
        return Label.valueOf(this);
    }
}
