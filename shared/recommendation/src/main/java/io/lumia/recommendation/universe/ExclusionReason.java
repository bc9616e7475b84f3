package io.lumia.recommendation.universe;

import java.util.Locale;

/** Why an asset is not considered. The first that holds is counted, in this order. */
public enum ExclusionReason {
    NOT_ALIVE("not listed on the day"),
    ASSET_TYPE("of a type that was not asked for"),
    OTHER_CURRENCY("priced in another currency; nothing is converted"),
    EXCLUDED_BY_REQUEST("excluded by the request"),
    EXCLUDED_SECTOR("of an excluded sector"),
    ESG_UNKNOWN("without an ESG score, which is required"),
    LOW_ESG("with an ESG score below the required one"),
    SHORT_HISTORY("with too short a price history"),
    STALE_PRICE("without a recent price"),
    LOW_DATA_HEALTH("with too many missing or doubted prices"),
    LOW_DOLLAR_VOLUME("traded too little"),
    LOW_MARKET_CAP("too small");

    private final String words;

    ExclusionReason(String words) {
        this.words = words;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }
}
