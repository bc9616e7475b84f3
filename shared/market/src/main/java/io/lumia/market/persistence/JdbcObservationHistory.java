package io.lumia.market.persistence;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.Observation;
import io.lumia.market.ObservationHistory;
import io.lumia.market.PublicationLag;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** {@link ObservationHistory} in {@code market.observation} and its revisions. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcObservationHistory implements ObservationHistory {

    /** The earliest version that ended after the instant is the one held then, or else the first learned. */
    private static final String OBSERVATIONS = """
            SELECT DISTINCT ON (observation_date) observation_date, value
              FROM (SELECT observation_date, value, valid_from
                      FROM market.observation_revision
                     WHERE asset_id = ? AND observation_date BETWEEN ? AND ? AND valid_to > ?
                    UNION ALL
                    SELECT observation_date, value, learned_at
                      FROM market.observation
                     WHERE asset_id = ? AND observation_date BETWEEN ? AND ?) versions
             ORDER BY observation_date, valid_from
             LIMIT ?
            """;

    private final Sql sql;

    JdbcObservationHistory(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Observation> observations(Asset series, LocalDate from, LocalDate to, AsOf asOf, int limit) {
        LocalDate last = PublicationLag.of(series.definition()).lastPublicOn(asOf.dateIn(ZoneOffset.UTC));
        LocalDate end = to.isBefore(last) ? to : last;
        return sql.prepare(OBSERVATIONS, statement -> {
            statement.setInt(1, series.key());
            statement.setObject(2, from);
            statement.setObject(3, end);
            statement.setObject(4, Sql.utc(asOf.instant()));
            statement.setInt(5, series.key());
            statement.setObject(6, from);
            statement.setObject(7, end);
            statement.setInt(8, limit);
            return Sql.list(statement, row -> new Observation(row.getObject(1, LocalDate.class), row.getDouble(2)));
        });
    }
}
