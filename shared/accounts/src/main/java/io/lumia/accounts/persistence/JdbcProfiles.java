package io.lumia.accounts.persistence;

import io.lumia.accounts.UserId;
import io.lumia.accounts.profile.InvestmentHorizon;
import io.lumia.accounts.profile.Profile;
import io.lumia.accounts.profile.Profiles;
import io.lumia.accounts.profile.RiskTolerance;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** {@link Profiles} in table {@code accounts.profile}. */
@Singleton
@Requires(beans = DataSource.class)
class JdbcProfiles implements Profiles {

    private static final String FIND = """
            SELECT risk_tolerance, investment_horizon, preferred_sectors, excluded_assets FROM accounts.profile WHERE user_id = ?
            """;

    private static final String PUT = """
            INSERT INTO accounts.profile
                   (user_id, risk_tolerance, investment_horizon, preferred_sectors, excluded_assets, changed_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (user_id) DO UPDATE
               SET risk_tolerance = excluded.risk_tolerance, investment_horizon = excluded.investment_horizon,
                   preferred_sectors = excluded.preferred_sectors, excluded_assets = excluded.excluded_assets,
                   changed_at = excluded.changed_at
            """;

    private static final String ERASE = "DELETE FROM accounts.profile WHERE user_id = ?";

    private final Sql sql;

    JdbcProfiles(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Profile> find(UserId owner) {
        return sql.prepare(FIND, statement -> {
            statement.setObject(1, owner.value());
            return Sql.list(statement, JdbcProfiles::profile).stream().findFirst();
        });
    }

    @Override
    public void put(UserId owner, Profile profile, Instant at) {
        RiskTolerance risk = profile.riskTolerance();
        InvestmentHorizon horizon = profile.horizon();
        sql.prepare(PUT, statement -> {
            statement.setObject(1, owner.value());
            statement.setString(2, risk == null ? null : risk.code());
            statement.setString(3, horizon == null ? null : horizon.code());
            Sql.setArray(statement, 4, "text", profile.preferredSectors());
            Sql.setArray(statement, 5, "text", profile.excludedAssets());
            statement.setObject(6, Sql.utc(at));
            return statement.executeUpdate();
        });
    }

    @Override
    public void erase(UserId owner) {
        sql.prepare(ERASE, statement -> {
            statement.setObject(1, owner.value());
            return statement.executeUpdate();
        });
    }

    private static Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                Optional.ofNullable(row.getString("risk_tolerance"))
                        .map(code -> RiskTolerance.find(code).orElseThrow())
                        .orElse(null),
                Optional.ofNullable(row.getString("investment_horizon"))
                        .map(code -> InvestmentHorizon.find(code).orElseThrow())
                        .orElse(null),
                texts(row, "preferred_sectors"),
                texts(row, "excluded_assets"));
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }
}
