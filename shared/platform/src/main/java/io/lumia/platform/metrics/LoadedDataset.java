package io.lumia.platform.metrics;

/** Kinds of facts, as the market's datasets. */
public enum LoadedDataset implements Label {
    ASSETS,
    ACTIONS,
    FILINGS,
    BARS,
    OBSERVATIONS,
    FUNDAMENTALS,
    COMPANY_FACTS,
    ARTICLES,
    OTHER;

    @Override
    public LabelKey key() {
        return LabelKey.DATASET;
    }

    @Override
    public String value() {
        return Label.valueOf(this);
    }

    /** @param code a dataset's code, {@code company_facts} */
    public static LoadedDataset of(String code) {
        return Label.parse(LoadedDataset.class, code, OTHER);
    }
}
