package io.lumia.functions.marketapi.asset;

import io.lumia.kernel.AsOf;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetPage;
import io.lumia.market.AssetQuery;
import io.lumia.market.ExchangeCalendar;
import io.lumia.web.asset.AssetReader;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One page of assets, each with its latest price as of an instant. */
@Singleton
final class SearchAssets {

    private final AssetCatalog catalog;
    private final LatestPrices latestPrices;

    SearchAssets(AssetCatalog catalog, LatestPrices latestPrices) {
        this.catalog = catalog;
        this.latestPrices = latestPrices;
    }

    /** The views of a page and how many assets match in all. */
    record Found(List<AssetView> assets, long totalItems) {}

    /** The last date that any market has closed by then. */
    static LocalDate pricesUpTo(AsOf asOf) {
        LocalDate stocks = ExchangeCalendar.UNITED_STATES.lastClosedSession(asOf);
        LocalDate currencies = ExchangeCalendar.WEEKDAYS.lastClosedSession(asOf);
        LocalDate crypto = ExchangeCalendar.DAILY.lastClosedSession(asOf);
        LocalDate later = stocks.isAfter(currencies) ? stocks : currencies;
        return later.isAfter(crypto) ? later : crypto;
    }

    /** @param past whether an instant was asked for: then prices are read in the values that our books held then */
    Found search(AssetQuery query, AsOf asOf, boolean past) {
        AssetPage page = catalog.search(query);
        List<AssetView> views = page.entries().stream()
                .map(entry -> AssetView.of(entry.asset(), latest(entry, asOf, past)))
                .toList();
        return new Found(views, page.totalItems());
    }

    private Optional<LatestPrice> latest(AssetPage.Entry entry, AsOf asOf, boolean past) {
        if (entry.latestDate() == null || entry.latestPrice() == null) {
            return Optional.empty();
        }
        LocalDate lastClosed = AssetReader.calendarOf(entry.asset()).lastClosedSession(asOf);
        if (past || entry.latestDate().isAfter(lastClosed)) {
            return latestPrices.of(entry.asset(), asOf);
        }
        return Optional.of(LatestPrice.of(entry.latestDate(), entry.latestPrice(), entry.previousClose()));
    }
}
