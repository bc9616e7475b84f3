package io.lumia.news.link;

import java.util.List;

/**
 * Another word for an asset.
 *
 * @param symbols the assets' tickers of any day: several for share classes and for tickers that changed. Empty for words
 *                that contain a company's name and mean another: they keep "Merck KGaA" from meaning Merck
 */
public record Alias(String alias, List<String> symbols, AliasKind kind, Validity validity) {

    public Alias {
        symbols = List.copyOf(symbols);
    }
}
