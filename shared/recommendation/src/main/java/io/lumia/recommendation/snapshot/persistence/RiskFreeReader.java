package io.lumia.recommendation.snapshot.persistence;

import io.lumia.market.PublicationLag;
import io.lumia.platform.database.Sql;
import io.lumia.recommendation.snapshot.FingerprintBuilder.NamedRow;
import io.lumia.recommendation.snapshot.RiskFree;
import io.lumia.recommendation.snapshot.SnapshotQuestion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What money earned without risk: the newest value of the first series that has one which is not too old. */
final class RiskFreeReader {

    private static final double PERCENT = 100;

    private static final String NEWEST = """
            SELECT observation_date, value, valid_from
              FROM (SELECT observation_date, value, valid_from
                      FROM market.observation_revision WHERE %s AND asset_id = ? AND observation_date BETWEEN ? AND ?
                    UNION ALL
                    SELECT observation_date, value, learned_at
                      FROM market.observation WHERE %s AND asset_id = ? AND observation_date BETWEEN ? AND ?) versions
             ORDER BY observation_date DESC, valid_from
             LIMIT 1
            """.formatted(ReadingTime.SUPERSEDED, ReadingTime.KNOWN);

    private RiskFreeReader() {}

    /** With the row that it is from; none where no series has a value. */
    record Found(RiskFree riskFree, List<NamedRow> rows) {}

    static Found read(Connection connection, ReadingTime time, SnapshotQuestion question, List<KnownAsset> assets)
            throws SQLException {
        for (String symbol : question.riskFreeSeries()) {
            Optional<KnownAsset> series = holder(assets, symbol, time.session());
            Optional<Value> value = series.isEmpty()
                    ? Optional.empty()
                    : newest(connection, time, series.get(), question.riskFreeMaxDays());
            if (value.isPresent()) {
                return found(symbol, value.get());
            }
        }
        return new Found(new RiskFree(0, "", time.session()), List.of());
    }

    /** Of two holders of a symbol the one that lives. */
    private static Optional<KnownAsset> holder(List<KnownAsset> assets, String symbol, LocalDate session) {
        return assets.stream()
                .filter(asset -> asset.holds(symbol))
                .max(Comparator.comparing((KnownAsset asset) -> asset.livesOn(session))
                        .thenComparing(asset -> asset.id().toString()));
    }

    private static Found found(String symbol, Value value) {
        NamedRow row = new NamedRow(value.date().toString(), RowText.of(symbol, value.percent()), value.learnedAt());
        return new Found(new RiskFree(value.percent() / PERCENT, symbol, value.date()), List.of(row));
    }

    private record Value(LocalDate date, double percent, Instant learnedAt) {}

    private static Optional<Value> newest(Connection connection, ReadingTime time, KnownAsset series, int maxDays)
            throws SQLException {
        LocalDate last = PublicationLag.of(series.definition())
                .lastPublicOn(time.publicBy().dateIn(ZoneOffset.UTC));
        LocalDate first = time.session().minusDays(maxDays);
        try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            int next = bindRange(statement, time.bindSuperseded(statement, 1), series, first, last);
            bindRange(statement, time.bindCurrent(statement, next), series, first, last);
            return Sql.list(
                            statement,
                            row -> new Value(
                                    row.getObject("observation_date", LocalDate.class),
                                    row.getDouble("value"),
                                    Sql.instant(row, "valid_from")))
                    .stream()
                    .findFirst();
        }
    }

    private static int bindRange(
            PreparedStatement statement, int place, KnownAsset series, LocalDate first, LocalDate last)
            throws SQLException {
        statement.setInt(place, series.key());
        statement.setObject(place + 1, first);
        statement.setObject(place + 2, last);
        return place + 3;
    }
}
