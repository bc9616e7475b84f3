package io.lumia.collection.persistence;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Jobs are plain rows: the framework writes their SQL. */
@JdbcRepository(dialect = Dialect.POSTGRES)
@Requires(beans = DataSource.class)
interface JobRepository extends CrudRepository<JobRow, UUID> {

    Optional<JobRow> findByName(String name);

    List<JobRow> listOrderByName();
}
