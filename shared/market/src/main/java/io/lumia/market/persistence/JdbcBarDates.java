package io.lumia.market.persistence;

import io.lumia.market.Asset;
import io.lumia.market.BarDates;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** {@link BarDates} from the key of {@code market.daily_bar}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcBarDates implements BarDates {

    private static final DatesQuery DATES = DatesQuery.of("market.daily_bar", "trading_date");

    private final Sql sql;

    JdbcBarDates(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<Asset, List<LocalDate>> dates(List<Asset> assets, LocalDate from, LocalDate to) {
        return DATES.run(sql, assets, from, to);
    }
}
