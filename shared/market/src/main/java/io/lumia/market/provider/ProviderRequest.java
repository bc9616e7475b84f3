package io.lumia.market.provider;

import io.lumia.market.Dataset;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch.
 *
 * @param location where the provider finds the source: a folder or zip of a bundle; empty for a web provider
 * @param symbols  symbols as the provider spells them
 * @param from     first date wanted, null for all that there is (undated malformed rows come only then)
 * @param to       last date wanted, included; never after the as-of's date
 */
public record ProviderRequest(
        String location,
        Dataset dataset,
        List<String> symbols,
        @Nullable LocalDate from,
        LocalDate to) {

    public ProviderRequest {
        symbols = List.copyOf(symbols);
    }
}
