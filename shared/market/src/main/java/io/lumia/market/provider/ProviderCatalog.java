package io.lumia.market.provider;

import io.lumia.market.Dataset;
import io.lumia.market.Source;
import java.util.List;
import java.util.Map;

/**
 * What a source offers.
 *
 * @param source   its identity and price basis
 * @param symbols  per dataset the symbols it has rows for, in the source's order; a dataset it lacks is absent
 * @param warnings what a person should know, such as unknown columns
 */
public record ProviderCatalog(Source source, Map<Dataset, List<String>> symbols, List<String> warnings) {

    public ProviderCatalog {
        symbols = Map.copyOf(symbols);
        warnings = List.copyOf(warnings);
    }
}
