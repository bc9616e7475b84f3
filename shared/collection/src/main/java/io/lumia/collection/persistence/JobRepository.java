package io.lumia.collection.persistence;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Jobs are plain rows: the framework writes their SQL. A deleted one stays for the sake of its runs. */
@JdbcRepository(dialect = Dialect.POSTGRES)
@Requires(beans = DataSource.class)
interface JobRepository extends CrudRepository<JobRow, UUID> {

    Optional<JobRow> findByNameAndDeletedAtIsNull(String name);

    List<JobRow> findByDeletedAtIsNullOrderByName();

    @Query("UPDATE collection.job SET deleted_at = :at, enabled = false WHERE name = :name AND deleted_at IS NULL")
    long delete(String name, Instant at);
}
