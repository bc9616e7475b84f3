package io.lumia.platform.metrics;

/** Kinds of assets, as the market's asset types. */
public enum AssetClass implements Label {
    STOCK,
    ETF,
    MUTUAL_FUND,
    CRYPTO,
    FOREX,
    BOND,
    COMMODITY,
    ECONOMIC_INDICATOR,
    INDEX,
    OTHER;

    @Override
    public LabelKey key() {
        return LabelKey.ASSET_CLASS;
    }

    @Override
    public String value() {
        return Label.valueOf(this);
    }

    /** @param code an asset type's code, {@code mutual_fund} */
    public static AssetClass of(String code) {
        return Label.parse(AssetClass.class, code, OTHER);
    }
}
