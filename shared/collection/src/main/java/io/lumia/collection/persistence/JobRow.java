package io.lumia.collection.persistence;

import io.lumia.collection.Job;
import io.lumia.market.Dataset;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.List;
import java.util.UUID;

/** A row of {@code collection.job}. */
@MappedEntity(value = "job", schema = "collection")
record JobRow(
        @Id @MappedProperty("job_id") UUID id,
        String name,
        String provider,
        String location,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> datasets,
        String cron,
        String zone,
        boolean enabled) {

    static JobRow of(Job job) {
        return new JobRow(
                job.id(),
                job.name(),
                job.provider(),
                job.location(),
                job.datasets().stream().map(Dataset::code).toList(),
                job.cron(),
                job.zone(),
                job.enabled());
    }

    JobRow withId(UUID newId) {
        return new JobRow(newId, name, provider, location, datasets, cron, zone, enabled);
    }

    Job job() {
        return new Job(
                id,
                name,
                provider,
                location,
                datasets.stream().map(Dataset::parse).toList(),
                cron,
                zone,
                enabled);
    }
}
