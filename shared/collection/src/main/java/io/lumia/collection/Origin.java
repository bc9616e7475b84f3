package io.lumia.collection;

/**
 * Where a run's facts come from. What was collected already is remembered per job and origin, so that another bundle
 * under the same job begins with its whole history.
 *
 * @param provider   adapter name
 * @param location   where the adapter finds its source
 * @param sourceName the source's own name, such as a bundle's
 */
public record Origin(String provider, String location, String sourceName) {}
