package io.lumia.market;

import io.lumia.kernel.AppException;
import java.util.Locale;

/** A kind of fact that can be collected. In the order in which they must be loaded. */
public enum Dataset {
    ASSETS,
    ACTIONS,
    /** Documents that companies filed; a company fact is public from its filing's acceptance. */
    FILINGS,
    BARS,
    OBSERVATIONS,
    FUNDAMENTALS,
    /** Reported numbers, filing by filing. */
    COMPANY_FACTS,
    /** News, posts and filings as texts. */
    ARTICLES;

    /** Stands for all symbols where a source is not asked symbol by symbol. */
    public static final String ANY_SYMBOL = "*";

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Dataset parse(String text) {
        for (Dataset dataset : values()) {
            if (dataset.code().equals(text)) {
                return dataset;
            }
        }
        throw AppException.invalid(
                "dataset", text, "assets, actions, filings, bars, observations, fundamentals, company_facts, articles");
    }
}
