package io.lumia.market.persistence;

import io.lumia.market.Asset;
import io.lumia.market.ObservationDates;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** {@link ObservationDates} from the key of {@code market.observation}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcObservationDates implements ObservationDates {

    private static final DatesQuery DATES = DatesQuery.of("market.observation", "observation_date");

    private final Sql sql;

    JdbcObservationDates(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<Asset, List<LocalDate>> dates(List<Asset> series, LocalDate from, LocalDate to) {
        return DATES.run(sql, series, from, to);
    }
}
