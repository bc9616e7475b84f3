package io.lumia.collection.persistence;

import io.lumia.collection.jobs.SavedTemplates;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** {@link SavedTemplates} in {@code collection.job_template}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcSavedTemplates implements SavedTemplates {

    private static final String SELECT = "SELECT name, description, job, created_at FROM collection.job_template ";
    private static final String ALL = SELECT + "ORDER BY name";
    private static final String FIND = SELECT + "WHERE name = ?";

    private static final String ADD = """
            INSERT INTO collection.job_template (name, description, job, created_at)
            VALUES (?, ?, cast(? AS jsonb), ?)
            ON CONFLICT ON CONSTRAINT job_template_pk DO NOTHING
            """;

    private static final String DELETE = "DELETE FROM collection.job_template WHERE name = ?";

    private final Sql sql;

    JdbcSavedTemplates(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<SavedTemplate> all() {
        return sql.prepare(ALL, statement -> Sql.list(statement, JdbcSavedTemplates::template));
    }

    @Override
    public Optional<SavedTemplate> find(String name) {
        return sql.prepare(FIND, statement -> {
            statement.setString(1, name);
            return Sql.list(statement, JdbcSavedTemplates::template).stream().findFirst();
        });
    }

    @Override
    public boolean add(SavedTemplate template) {
        return sql.prepare(ADD, statement -> {
            statement.setString(1, template.name());
            statement.setString(2, template.description());
            statement.setString(3, template.document());
            statement.setObject(4, Sql.utc(template.createdAt()));
            return statement.executeUpdate() > 0;
        });
    }

    @Override
    public boolean delete(String name) {
        return sql.prepare(DELETE, statement -> {
            statement.setString(1, name);
            return statement.executeUpdate() > 0;
        });
    }

    private static SavedTemplate template(ResultSet row) throws SQLException {
        return new SavedTemplate(
                row.getString("name"),
                row.getString("description"),
                row.getString("job"),
                Sql.instant(row, "created_at"));
    }
}
