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

    /** {@link #fetch}, with what it took. */
    default Fetching fetchMeasured(ProviderRequest request) {
        ProviderAnswer answer = fetch(request);
        long bytes = answer instanceof ProviderAnswer.Fetched fetched
                ? fetched.answer().content().length
                : 0;
        return new Fetching(answer, 0, bytes);
    }

    /**
     * An answer and what it took.
     *
     * @param calls over the network
     * @param bytes that came
     */
    record Fetching(ProviderAnswer answer, int calls, long bytes) {}

    /** Reads a raw answer of this provider. Malformed rows are rejected one by one; the rest is returned. */
    ParsedAnswer read(RawAnswer answer);
}
