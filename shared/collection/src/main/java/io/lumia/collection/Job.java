package io.lumia.collection;

import io.lumia.market.Dataset;
import java.util.List;
import java.util.UUID;

/**
 * What to collect, from where, when, after what, and how much of it at most.
 *
 * @param name        unique, such as {@code daily-prices}
 * @param provider    adapter that is asked first
 * @param fallbacks   adapters that are asked in turn where the one before gives no answer
 * @param location    where the adapter finds its source: a folder or zip of a bundle; empty for a web provider
 * @param datasets    in the order in which they are loaded
 * @param assets      of which assets
 * @param mode        what is missing, or a range
 * @param schedule    when it ticks
 * @param after       jobs whose runs must have succeeded first; such a job also ticks when the last of them has
 * @param limits      bounds of one run
 * @param enabled     false while it is paused: its ticks start nothing
 */
public record Job(
        UUID id,
        String name,
        String description,
        String provider,
        List<String> fallbacks,
        String location,
        List<Dataset> datasets,
        AssetFilter assets,
        JobMode mode,
        JobSchedule schedule,
        List<String> after,
        JobLimits limits,
        boolean enabled) {

    public Job {
        fallbacks = List.copyOf(fallbacks);
        datasets = List.copyOf(datasets);
        after = List.copyOf(after);
    }

    /** All that one provider offers, by a cron expression. */
    public Job(
            UUID id,
            String name,
            String provider,
            String location,
            List<Dataset> datasets,
            String cron,
            String zone,
            boolean enabled) {
        this(
                id,
                name,
                "",
                provider,
                List.of(),
                location,
                datasets,
                AssetFilter.ALL,
                JobMode.INCREMENTAL,
                JobSchedule.cron(cron, zone),
                List.of(),
                JobLimits.USUAL,
                enabled);
    }

    /** The provider and its fallbacks, in the order in which they are asked. */
    public List<String> providers() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(provider), fallbacks.stream())
                .toList();
    }

    public Job withEnabled(boolean nowEnabled) {
        return new Job(
                id,
                name,
                description,
                provider,
                fallbacks,
                location,
                datasets,
                assets,
                mode,
                schedule,
                after,
                limits,
                nowEnabled);
    }

    /** The same work under another name. */
    public Job named(UUID newId, String newName) {
        return new Job(
                newId,
                newName,
                description,
                provider,
                fallbacks,
                location,
                datasets,
                assets,
                mode,
                schedule,
                after,
                limits,
                enabled);
    }
}
