package io.lumia.market.provider.web;

import io.lumia.market.provider.ProviderRequest;
import io.lumia.platform.web.WebResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One provider: what it offers, how it is asked, what its answers mean. Pure: the same response always says the same.
 * Implementations are singletons without state.
 */
public interface WebAdapter {

    Capabilities capabilities();

    /**
     * Kinds of answers that it can read, each with what it holds, in a phrase. The names are the provider's own
     * ({@code chart}, {@code companyfacts}); {@link #aliases()} has the general ones.
     */
    Map<String, String> kinds();

    /** Further names for kinds: {@code bars}, {@code observations}, {@code assets}, … as far as they fit. */
    Map<String, String> aliases();

    /**
     * The calls that answer a request, in the order in which they should be sent. Empty where the provider has nothing
     * like it, or no way to spell any of the symbols.
     */
    List<WebCall> calls(ProviderRequest request, ProviderAccess access);

    /** Hosts, besides the declared ones, that the calls of a request may go to: those of a source that a job names. */
    default Set<String> hosts(ProviderRequest request) {
        return Set.of();
    }

    /**
     * What a response says. Throws nothing for any content: what it does not know is
     * {@link io.lumia.market.provider.ProviderAnswer.SchemaChanged}.
     */
    Reading read(ReadContext context, WebResponse response);
}
