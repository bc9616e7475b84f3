package io.lumia.collection;

import io.lumia.market.Dataset;

/**
 * When in a run an item is asked for. A stage begins when every item of the stage before has ended: a bar is checked
 * against its asset's life, and its jumps are explained by its actions, so those must be in our books first.
 */
public enum Stage {
    ASSETS,
    ACTIONS,
    FACTS;

    public static Stage of(Dataset dataset) {
        return switch (dataset) {
            case ASSETS -> ASSETS;
            case ACTIONS, FILINGS -> ACTIONS;
            case BARS, OBSERVATIONS, FUNDAMENTALS, COMPANY_FACTS, ARTICLES -> FACTS;
        };
    }

    /** From 1, as it is stored. */
    public int number() {
        return ordinal() + 1;
    }
}
