package io.lumia.market.persistence;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetPage;
import io.lumia.market.AssetQuery;
import io.lumia.market.AssetType;
import io.lumia.market.MergeCounts;
import io.lumia.market.Source;
import io.lumia.platform.database.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link AssetCatalog} in {@code market.asset} and its symbols. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcAssetCatalog implements AssetCatalog {

    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Of several symbols of one asset the latest stands for it. */
    private static final String BY_ID = AssetRows.SELECT + """
             WHERE a.public_id = ?
             ORDER BY upper(s.validity) DESC NULLS FIRST
             LIMIT 1
            """;

    private static final String BY_SYMBOL = AssetRows.SELECT + """
             WHERE s.symbol = ? AND (cast(? AS date) IS NULL OR s.validity @> cast(? AS date))
             ORDER BY upper(s.validity) DESC NULLS FIRST
             LIMIT 1
            """;

    private static final String HOLDERS = AssetRows.SELECT + """
             WHERE s.symbol = ANY (?)
             ORDER BY s.symbol, lower(s.validity) NULLS FIRST
            """;

    private static final String ALL = AssetRows.CURRENT + """
               AND (cardinality(cast(? AS text[])) = 0 OR a.asset_type = ANY (cast(? AS text[])))
             ORDER BY life.symbol, a.asset_id
            """;

    private static final String LIVE_STOCKS = AssetRows.CURRENT + """
               AND a.asset_type = 'stock' AND a.status = 'active' AND a.cik = ?
             ORDER BY life.symbol, a.asset_id
            """;

    private final Sql sql;
    private final AssetMerge assetMerge;
    private final AssetSearch assetSearch;
    private final AssetRename assetRename;

    JdbcAssetCatalog(Sql sql, AssetMerge assetMerge, AssetSearch assetSearch, AssetRename assetRename) {
        this.sql = sql;
        this.assetMerge = assetMerge;
        this.assetSearch = assetSearch;
        this.assetRename = assetRename;
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return first(BY_ID, statement -> statement.setObject(1, id.value()));
    }

    @Override
    public Optional<Asset> find(Symbol symbol, @Nullable LocalDate day) {
        return first(BY_SYMBOL, statement -> {
            statement.setString(1, symbol.value());
            statement.setObject(2, day, java.sql.Types.DATE);
            statement.setObject(3, day, java.sql.Types.DATE);
        });
    }

    @Override
    public Asset get(String idOrSymbol) {
        Optional<Asset> found;
        if (UUID_SHAPE.matcher(idOrSymbol).matches()) {
            found = find(AssetId.parse(idOrSymbol));
        } else {
            found = find(Symbol.parse(idOrSymbol), null);
        }
        return found.orElseThrow(
                () -> new AppException(ErrorCode.NOT_FOUND, "no asset with id or symbol '%s'".formatted(idOrSymbol)));
    }

    @Override
    public Map<Symbol, List<SymbolHolder>> holders(Collection<Symbol> symbols) {
        return sql.prepare(HOLDERS, statement -> {
            Object[] values = symbols.stream().map(Symbol::value).toArray();
            statement.setArray(1, statement.getConnection().createArrayOf("text", values));
            try (ResultSet rows = statement.executeQuery()) {
                Map<Symbol, List<SymbolHolder>> holders = new LinkedHashMap<>();
                while (rows.next()) {
                    SymbolHolder holder = AssetRows.holder(rows);
                    holders.computeIfAbsent(new Symbol(rows.getString("held_symbol")), _ -> new ArrayList<>())
                            .add(holder);
                }
                return holders;
            }
        });
    }

    @Override
    public List<Asset> all(Collection<AssetType> types) {
        return list(ALL, statement -> {
            Object[] codes = types.stream().map(AssetType::code).toArray();
            statement.setArray(1, statement.getConnection().createArrayOf("text", codes));
            statement.setArray(2, statement.getConnection().createArrayOf("text", codes));
        });
    }

    @Override
    public List<Asset> liveStocksOf(String cik) {
        return list(LIVE_STOCKS, statement -> statement.setString(1, cik));
    }

    private List<Asset> list(String query, Binder binder) {
        return sql.prepare(query, statement -> {
            binder.bind(statement);
            return Sql.list(statement, AssetRows::read);
        });
    }

    @Override
    public AssetPage search(AssetQuery query) {
        return assetSearch.search(query);
    }

    @Override
    public MergeCounts merge(List<AssetDefinition> definitions, Source source) {
        return assetMerge.merge(definitions, source);
    }

    @Override
    public boolean rename(AssetId id, Symbol old, Symbol current, LocalDate from) {
        return assetRename.rename(get(id.value().toString()), old, current, from);
    }

    /** Binds the parameters of a statement. */
    @FunctionalInterface
    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private Optional<Asset> first(String query, Binder binder) {
        return sql.prepare(query, statement -> {
            binder.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(AssetRows.read(rows)) : Optional.empty();
            }
        });
    }
}
