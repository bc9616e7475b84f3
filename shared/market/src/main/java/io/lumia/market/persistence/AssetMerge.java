package io.lumia.market.persistence;

import io.lumia.kernel.AppException;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog.SymbolHolder;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetStatus;
import io.lumia.market.MergeCounts;
import io.lumia.market.Source;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes definitions into the catalogue. A definition belongs to the holder of its symbol whose life it touches; when
 * there is none it is another asset, even under a symbol we know: a re-used ticker.
 *
 * <p>An asset that was renamed keeps its symbols' days; a definition under a former name says nothing new about it. A
 * definition without dates is about today's holder.
 *
 * <p>A last date on or after the source's own as-of is the end of its data, not of the asset's life.
 */
@Singleton
@Requires(beans = DataSource.class)
class AssetMerge {

    /** Writers of the catalogue follow each other: two of them could otherwise both add one symbol. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('market.asset'))";

    private static final String HOLDERS =
            AssetRows.SELECT + " WHERE s.symbol = ? ORDER BY lower(s.validity) NULLS FIRST";

    private static final String INSERT = """
            INSERT INTO market.asset (asset_type, name, exchange_mic, currency, sector, industry, market_cap, cik,
                                      description, attributes, status, source_id, learned_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, jsonb_object(cast(? AS text[]), cast(? AS text[])), ?, ?, ?)
            RETURNING asset_id
            """;

    private static final String INSERT_SYMBOL =
            "INSERT INTO market.asset_symbol (asset_id, symbol, validity) VALUES (?, ?, daterange(?, ?, '[]'))";

    /** With the days of its symbols, which have no versions of their own. */
    private static final String KEEP = """
            INSERT INTO market.asset_revision (asset_id, valid_from, valid_to, superseded)
            SELECT asset_id, learned_at, ?, to_jsonb(a) || jsonb_build_object('symbols',
                   (SELECT jsonb_agg(jsonb_build_object('symbol', s.symbol, 'validity', s.validity) ORDER BY s.symbol)
                      FROM market.asset_symbol s WHERE s.asset_id = a.asset_id))
              FROM market.asset a WHERE asset_id = ?
            ON CONFLICT DO NOTHING
            """;

    private static final String LEARN = "UPDATE market.asset SET learned_at = ? WHERE asset_id = ?";

    private static final String UPDATE = """
            UPDATE market.asset
               SET asset_type = ?, name = ?, exchange_mic = ?, currency = ?, sector = ?, industry = ?, market_cap = ?,
                   cik = ?, description = ?, attributes = jsonb_object(cast(? AS text[]), cast(? AS text[])),
                   status = ?, source_id = ?, learned_at = ?
             WHERE asset_id = ?
            """;

    private static final String UPDATE_SYMBOL =
            "UPDATE market.asset_symbol SET validity = daterange(?, ?, '[]') WHERE asset_id = ? AND symbol = ?";

    private static final String INDEX_TEXT = """
            INSERT INTO market.asset_search (asset_id, document)
            SELECT a.asset_id,
                   setweight(to_tsvector('simple', string_agg(s.symbol, ' ') || ' ' || a.name), 'A')
                   || setweight(to_tsvector('simple', concat_ws(' ', a.sector, a.industry)), 'B')
                   || setweight(to_tsvector('simple', a.description), 'C')
              FROM market.asset a JOIN market.asset_symbol s USING (asset_id)
             WHERE a.asset_id = ?
             GROUP BY a.asset_id
            ON CONFLICT (asset_id) DO UPDATE SET document = excluded.document
            """;

    private final Sql sql;
    private final SourceRegistry sources;
    private final Clock clock;

    AssetMerge(Sql sql, SourceRegistry sources, Clock clock) {
        this.sql = sql;
        this.sources = sources;
        this.clock = clock;
    }

    /** Until the transaction ends nobody else changes the catalogue. */
    void lock() {
        sql.prepare(LOCK, PreparedStatement::execute);
    }

    MergeCounts merge(List<AssetDefinition> definitions, Source source) {
        lock();
        int sourceId = sources.keyOf(source);
        MergeCounts counts = MergeCounts.NONE;
        for (AssetDefinition given : definitions) {
            counts = counts.plus(mergeOne(withKnownLife(given, source), sourceId));
        }
        return counts;
    }

    private static AssetDefinition withKnownLife(AssetDefinition given, Source source) {
        LocalDate last = given.lastDate();
        LocalDate sourceEnd = source.asOf().atZone(ZoneOffset.UTC).toLocalDate();
        boolean endOfData = last != null && !last.isBefore(sourceEnd);
        return endOfData ? given.withoutLastDate() : given;
    }

    private MergeCounts mergeOne(AssetDefinition definition, int sourceId) {
        Optional<SymbolHolder> holder = touching(holders(definition), definition);
        if (holder.isEmpty()) {
            insert(definition, sourceId);
            return new MergeCounts(1, 0, 0);
        }
        Asset known = holder.get().asset();
        boolean isFormerName = !known.definition().symbol().equals(definition.symbol());
        LocalDate renamed = renamedOn(holder.get());
        AssetDefinition ofWholeLife = renamed == null
                ? definition
                : definition.withLife(known.definition().firstDate(), definition.lastDate());
        boolean saysTheSame = known.definition().equals(ofWholeLife) && known.status() == statusOf(definition);
        if (isFormerName || saysTheSame) {
            return new MergeCounts(0, 0, 1);
        }
        update(known.key(), definition, renamed == null ? definition.firstDate() : renamed, sourceId);
        return new MergeCounts(0, 1, 0);
    }

    /** The day from which a renamed asset has this symbol; null where it never had another before. */
    private static @Nullable LocalDate renamedOn(SymbolHolder holder) {
        LocalDate born = holder.asset().definition().firstDate();
        boolean sinceBirth = holder.validFrom().equals(born == null ? AssetRows.BEGINNING : born);
        return sinceBirth ? null : holder.validFrom();
    }

    private static Optional<SymbolHolder> touching(List<SymbolHolder> holders, AssetDefinition definition) {
        List<SymbolHolder> touching =
                holders.stream().filter(holder -> touches(holder, definition)).toList();
        List<SymbolHolder> today =
                touching.stream().filter(holder -> holder.validTo() == null).toList();
        boolean saysNoDates = definition.firstDate() == null && definition.lastDate() == null;
        if (saysNoDates && today.size() == 1) {
            return today.stream().findFirst();
        }
        if (touching.size() > 1) {
            throw AppException.invalid(
                    "first_date..last_date of " + definition.symbol(),
                    definition.firstDate() + ".." + definition.lastDate(),
                    "a life that touches one holder of the symbol; this touches " + touching.size());
        }
        return touching.stream().findFirst();
    }

    private static boolean touches(SymbolHolder holder, AssetDefinition definition) {
        LocalDate first = definition.firstDate();
        LocalDate last = definition.lastDate();
        LocalDate heldTo = holder.validTo();
        boolean startsInTime = heldTo == null || first == null || !first.isAfter(heldTo);
        boolean endsInTime = last == null || !last.isBefore(holder.validFrom());
        return startsInTime && endsInTime;
    }

    private List<SymbolHolder> holders(AssetDefinition definition) {
        return sql.prepare(HOLDERS, statement -> {
            statement.setString(1, definition.symbol().value());
            try (ResultSet rows = statement.executeQuery()) {
                List<SymbolHolder> holders = new ArrayList<>();
                while (rows.next()) {
                    holders.add(AssetRows.holder(rows));
                }
                return holders;
            }
        });
    }

    private void insert(AssetDefinition definition, int sourceId) {
        int key = sql.prepare(INSERT, statement -> {
            bind(statement, definition, sourceId, now());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        });
        sql.prepare(INSERT_SYMBOL, statement -> {
            statement.setInt(1, key);
            statement.setString(2, definition.symbol().value());
            statement.setObject(3, definition.firstDate(), Types.DATE);
            statement.setObject(4, definition.lastDate(), Types.DATE);
            return statement.executeUpdate();
        });
        indexText(key);
    }

    /** Before symbols change whose days our books keep: from now on they say something else of the asset. */
    void supersede(int key) {
        OffsetDateTime now = now();
        keep(key, now);
        sql.prepare(LEARN, statement -> {
            statement.setObject(1, now);
            statement.setInt(2, key);
            return statement.executeUpdate();
        });
    }

    /** @param until the instant from which the next version is valid */
    private void keep(int key, OffsetDateTime until) {
        sql.prepare(KEEP, statement -> {
            statement.setObject(1, until);
            statement.setInt(2, key);
            return statement.executeUpdate();
        });
    }

    private void update(int key, AssetDefinition definition, @Nullable LocalDate symbolFrom, int sourceId) {
        OffsetDateTime now = now();
        keep(key, now);
        sql.prepare(UPDATE, statement -> {
            bind(statement, definition, sourceId, now);
            statement.setInt(15, key);
            return statement.executeUpdate();
        });
        sql.prepare(UPDATE_SYMBOL, statement -> {
            statement.setObject(1, symbolFrom, Types.DATE);
            statement.setObject(2, definition.lastDate(), Types.DATE);
            statement.setInt(3, key);
            statement.setString(4, definition.symbol().value());
            return statement.executeUpdate();
        });
        indexText(key);
    }

    void indexText(int key) {
        sql.prepare(INDEX_TEXT, statement -> {
            statement.setInt(1, key);
            return statement.executeUpdate();
        });
    }

    private void bind(PreparedStatement statement, AssetDefinition definition, int sourceId, OffsetDateTime learnedAt)
            throws SQLException {
        statement.setString(1, definition.type().code());
        statement.setString(2, definition.name());
        statement.setString(3, definition.exchangeMic());
        statement.setString(4, definition.currency());
        statement.setString(5, definition.sector());
        statement.setString(6, definition.industry());
        statement.setObject(7, definition.marketCap(), Types.DOUBLE);
        statement.setString(8, definition.cik());
        statement.setString(9, definition.description());
        Map<String, String> attributes = definition.attributes();
        Object[] names = attributes.keySet().stream().sorted().toArray();
        Object[] values =
                attributes.keySet().stream().sorted().map(attributes::get).toArray();
        statement.setArray(10, statement.getConnection().createArrayOf("text", names));
        statement.setArray(11, statement.getConnection().createArrayOf("text", values));
        statement.setString(12, statusOf(definition).code());
        statement.setInt(13, sourceId);
        statement.setObject(14, learnedAt);
    }

    private AssetStatus statusOf(AssetDefinition definition) {
        LocalDate last = definition.lastDate();
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return last != null && last.isBefore(today) ? AssetStatus.DELISTED : AssetStatus.ACTIVE;
    }

    private OffsetDateTime now() {
        return Sql.utc(clock.instant());
    }
}
