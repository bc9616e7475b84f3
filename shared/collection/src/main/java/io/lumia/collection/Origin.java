package io.lumia.collection;

import java.util.List;

/**
 * Where a run's facts come from. What was collected already is remembered per job and origin, so that another bundle
 * under the same job begins with its whole history.
 *
 * @param provider   adapter name
 * @param location   where the adapter finds its source
 * @param sourceName the source's own name, such as a bundle's
 * @param fallbacks  adapters asked in turn where the provider gives no answer
 */
public record Origin(String provider, String location, String sourceName, List<String> fallbacks) {

    public Origin {
        fallbacks = List.copyOf(fallbacks);
    }

    /** Of one provider alone. */
    public Origin(String provider, String location, String sourceName) {
        this(provider, location, sourceName, List.of());
    }
}
