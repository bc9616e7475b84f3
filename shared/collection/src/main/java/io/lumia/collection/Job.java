package io.lumia.collection;

import io.lumia.market.Dataset;
import java.util.List;
import java.util.UUID;

/**
 * What to collect, from where and when.
 *
 * @param name     unique, such as {@code daily-prices}
 * @param provider adapter name
 * @param location where the adapter finds its source
 * @param datasets in the order in which they are loaded
 * @param cron     EventBridge Scheduler expression, such as {@code cron(0 18 ? * MON-FRI *)}
 * @param zone     IANA zone of the expression
 */
public record Job(
        UUID id,
        String name,
        String provider,
        String location,
        List<Dataset> datasets,
        String cron,
        String zone,
        boolean enabled) {

    public Job {
        datasets = List.copyOf(datasets);
    }
}
