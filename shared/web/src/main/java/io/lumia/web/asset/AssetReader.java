package io.lumia.web.asset;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.ExchangeCalendar;
import io.lumia.web.http.ApiRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds the asset that a path names. */
@Singleton
public final class AssetReader {

    private final AssetCatalog catalog;

    AssetReader(AssetCatalog catalog) {
        this.catalog = catalog;
    }

    /** The asset by id, or by what the symbol means now. Fails with NOT_FOUND. */
    public Asset get(String idOrSymbol) {
        return catalog.get(idOrSymbol);
    }

    /**
     * The asset by id, or by what the symbol meant on the instant's day. A symbol that nobody held on that day means its
     * current or last holder.
     */
    public Asset get(String idOrSymbol, AsOf asOf) {
        if (ApiRequest.isId(idOrSymbol)) {
            return catalog.get(idOrSymbol);
        }
        Optional<Asset> holder =
                catalog.find(Symbol.parse(idOrSymbol), asOf.dateIn(ExchangeCalendar.UNITED_STATES.zone()));
        return holder.orElseGet(() -> catalog.get(idOrSymbol));
    }

    public static ExchangeCalendar calendarOf(Asset asset) {
        return ExchangeCalendar.of(asset.definition());
    }
}
