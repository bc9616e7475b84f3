package io.lumia.collection.persistence;

import io.lumia.collection.ReviewStatus;
import io.lumia.collection.ReviewedRow;
import io.lumia.collection.ReviewedRow.Decision;
import io.lumia.market.Dataset;
import io.lumia.market.MarketFact;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.Source;
import io.lumia.platform.database.Sql;
import io.lumia.platform.json.JsonCodec;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows that were set aside, with their values; writes the values. */
@Singleton
class ReviewRows {

    /** Columns of a quarantine row {@code q} with its item {@code i}, run {@code r} and job {@code j}. */
    static final String COLUMNS = """
            q.quarantine_id, item_id, run_id, j.name AS job_name, q.dataset, q.provider, q.source_name, q.line, q.symbol,
                   q.row_date, q.reason, q.row_text, q.detail, q.set_aside_at, q.value, q.status, q.decided_at,
                   q.decided_by, q.note
            """;

    private final JsonCodec json;

    ReviewRows(JsonCodec json) {
        this.json = json;
    }

    ReviewedRow read(ResultSet row) throws SQLException {
        String provider = row.getString("provider");
        String sourceName = row.getString("source_name");
        Optional<StoredFact> stored = stored(row.getString("value"));
        @Nullable
        Source source = stored.map(value -> value.source(provider, sourceName)).orElse(null);
        return new ReviewedRow(
                row.getLong("quarantine_id"),
                row.getObject("item_id", UUID.class),
                row.getObject("run_id", UUID.class),
                row.getString("job_name"),
                Dataset.parse(row.getString("dataset")),
                provider,
                sourceName,
                rejected(row, stored.map(StoredFact::fact).orElse(null)),
                Sql.instant(row, "set_aside_at"),
                source,
                ReviewStatus.parse(row.getString("status")),
                decision(row));
    }

    @Nullable
    MarketFact fact(@Nullable String value) {
        return stored(value).map(StoredFact::fact).orElse(null);
    }

    /** The JSON of a rejected row's value; null where it has none. */
    @Nullable
    String write(Source source, Rejected rejected) {
        return StoredFact.of(source, rejected.value()).map(json::write).orElse(null);
    }

    private Optional<StoredFact> stored(@Nullable String value) {
        return Optional.ofNullable(value).map(text -> json.read(text, StoredFact.class));
    }

    private static Rejected rejected(ResultSet row, @Nullable MarketFact value) throws SQLException {
        return new Rejected(
                row.getLong("line"),
                row.getString("symbol"),
                row.getObject("row_date", LocalDate.class),
                QuarantineReason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                row.getString("row_text"),
                row.getString("detail"),
                value);
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        @Nullable Instant at = Sql.instantOrNull(row, "decided_at");
        return at == null ? null : new Decision(at, row.getString("decided_by"), row.getString("note"));
    }
}
