package io.lumia.recommendation.snapshot.persistence;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.platform.database.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Where rows came from, by the database's key. */
final class Sources {

    private static final String ALL = """
            SELECT source_id, provider, name, as_of, price_basis, currency, licence, attribution FROM market.source
            """;

    private final Map<Short, Source> byKey = new HashMap<>();

    static Sources read(Connection connection) throws SQLException {
        Sources sources = new Sources();
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sources.byKey.put(rows.getShort("source_id"), source(rows));
            }
        }
        return sources;
    }

    Source get(short key) {
        Source source = byKey.get(key);
        if (source == null) {
            throw new AppException(
                    ErrorCode.INTERNAL, "a row is of source %d, which is not in market.source".formatted(key));
        }
        return source;
    }

    /** What of a source moves prices: its basis, and where it is adjusted, up to which second. */
    long basis(short key) {
        Source source = get(key);
        long upTo = source.asOf().getEpochSecond();
        return switch (source.priceBasis()) {
            case RAW -> 0;
            case SPLIT_ADJUSTED -> upTo * 4 + 1;
            case FULLY_ADJUSTED -> upTo * 4 + 2;
        };
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                row.getString("provider"),
                row.getString("name"),
                Sql.instant(row, "as_of"),
                PriceBasis.parse(row.getString("price_basis")),
                row.getString("currency"),
                row.getString("licence"),
                row.getString("attribution"));
    }
}
