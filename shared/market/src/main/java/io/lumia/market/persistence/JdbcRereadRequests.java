package io.lumia.market.persistence;

import io.lumia.kernel.AssetId;
import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.CorporateAction;
import io.lumia.market.PriceBasis;
import io.lumia.market.RereadRequest;
import io.lumia.market.RereadRequests;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** {@link RereadRequests} in {@code market.reread_request}. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcRereadRequests implements RereadRequests {

    private static final String NOTE = """
            INSERT INTO market.reread_request (asset_id, from_date, reason, asked_at)
            SELECT b.asset_id, min(b.trading_date), ?, ?
              FROM market.daily_bar b JOIN market.source s USING (source_id)
             WHERE b.asset_id = ? AND b.trading_date < ? AND s.price_basis = ANY (?)
             GROUP BY b.asset_id
            ON CONFLICT (asset_id) WHERE done_at IS NULL DO UPDATE
               SET from_date = least(reread_request.from_date, excluded.from_date), reason = excluded.reason,
                   asked_at = excluded.asked_at
            """;

    private static final String WAITING = """
            SELECT a.public_id, r.from_date, r.reason, r.asked_at,
                   (SELECT s.symbol FROM market.asset_symbol s WHERE s.asset_id = r.asset_id
                     ORDER BY upper(s.validity) DESC NULLS FIRST LIMIT 1) AS symbol
              FROM market.reread_request r JOIN market.asset a USING (asset_id)
             WHERE r.done_at IS NULL
             ORDER BY r.asked_at, r.asset_id
             LIMIT ?
            """;

    private static final String DONE = """
            UPDATE market.reread_request r SET done_at = ?
              FROM market.asset a
             WHERE a.asset_id = r.asset_id AND a.public_id = ANY (?) AND r.done_at IS NULL AND r.asked_at <= ?
            """;

    private final Sql sql;

    JdbcRereadRequests(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean noteAction(Asset asset, CorporateAction action, Instant at) {
        String reason = "%s of %s: %s".formatted(action.kind().code(), action.exDate(), action.value());
        Object[] bases = takenOutOf(action.kind()).map(PriceBasis::code).toArray();
        return sql.prepare(NOTE, statement -> {
            statement.setString(1, reason);
            statement.setObject(2, Sql.utc(at));
            statement.setInt(3, asset.key());
            statement.setObject(4, action.exDate());
            statement.setArray(5, statement.getConnection().createArrayOf("text", bases));
            return statement.executeUpdate() > 0;
        });
    }

    private static Stream<PriceBasis> takenOutOf(ActionKind kind) {
        return switch (kind) {
            case SPLIT, SPIN_OFF -> Stream.of(PriceBasis.SPLIT_ADJUSTED, PriceBasis.FULLY_ADJUSTED);
            case DIVIDEND -> Stream.of(PriceBasis.FULLY_ADJUSTED);
        };
    }

    @Override
    public List<RereadRequest> waiting(int limit) {
        return sql.prepare(WAITING, statement -> {
            statement.setInt(1, limit);
            return Sql.list(statement, JdbcRereadRequests::request);
        });
    }

    private static RereadRequest request(ResultSet row) throws SQLException {
        return new RereadRequest(
                new AssetId(row.getObject("public_id", UUID.class)),
                row.getString("symbol"),
                row.getObject("from_date", LocalDate.class),
                row.getString("reason"),
                Sql.instant(row, "asked_at"));
    }

    @Override
    public int done(Collection<AssetId> assets, Instant collectedAt, Instant at) {
        Object[] ids = assets.stream().map(AssetId::value).toArray();
        return sql.prepare(DONE, statement -> {
            statement.setObject(1, Sql.utc(at));
            statement.setArray(2, statement.getConnection().createArrayOf("uuid", ids));
            statement.setObject(3, Sql.utc(collectedAt));
            return statement.executeUpdate();
        });
    }
}
