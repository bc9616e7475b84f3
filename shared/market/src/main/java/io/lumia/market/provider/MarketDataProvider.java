package io.lumia.market.provider;

/**
 * A source of facts. Collecting and reading are apart: {@link #fetch} brings the raw answer, which is kept as an object;
 * {@link #read} understands it, perhaps years later.
 */
public interface MarketDataProvider {

    /** The adapter's name in jobs, messages and reports, such as {@code bundle}. */
    String name();

    /** What the source has to offer, from which a run is planned. */
    ProviderCatalog catalog(String location);

    /** Fetches what is asked for. Expected troubles are answers, not exceptions. */
    ProviderAnswer fetch(ProviderRequest request);

    /** Reads a raw answer of this provider. Malformed rows are rejected one by one; the rest is returned. */
    ParsedAnswer read(RawAnswer answer);
}
