package io.lumia.functions.marketapi.asset;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.Symbol;
import io.lumia.kernel.access.Scope;
import io.lumia.market.Asset;
import io.lumia.market.AssetQuery;
import io.lumia.market.AssetType;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.platform.http.Pagination;
import io.lumia.web.access.Needs;
import io.lumia.web.asset.AssetReader;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.Descriptions;
import io.lumia.web.http.Limits;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is traded. */
@Needs(Scope.MARKET_READ)
@Controller("/api/v1/assets")
@Tag(name = "assets")
@Cached(Cached.FIVE_MINUTES)
final class AssetController {

    private final AssetReader assets;
    private final SearchAssets searchAssets;
    private final LatestPrices latestPrices;

    AssetController(AssetReader assets, SearchAssets searchAssets, LatestPrices latestPrices) {
        this.assets = assets;
        this.searchAssets = searchAssets;
        this.latestPrices = latestPrices;
    }

    @Get
    @Operation(
            operationId = "searchAssets",
            summary = "Find assets",
            description =
                    "Assets that match all filters, best match of q first, then by symbol, each with its latest close and daily change.")
    ApiAnswer<List<AssetView>> search(
            @Parameter(hidden = true) ApiRequest request,
            @QueryValue("symbol")
                    @Parameter(description = "Exactly this symbol.", schema = @Schema(type = "string", maxLength = 32))
                    @Nullable
                    String symbol,
            @QueryValue("asset_type")
                    @Parameter(
                            description = "Only this type.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "stock",
                                                "etf",
                                                "mutual_fund",
                                                "crypto",
                                                "forex",
                                                "bond",
                                                "commodity",
                                                "economic_indicator",
                                                "index"
                                            }))
                    @Nullable
                    String assetType,
            @QueryValue("sector")
                    @Parameter(
                            description = "Only this sector, whatever the case of its letters.",
                            schema = @Schema(type = "string", maxLength = Limits.MAX_TEXT_CHARACTERS))
                    @Nullable
                    String sector,
            @QueryValue("min_market_cap")
                    @Parameter(
                            description = "Smallest market capitalisation, inclusive, in the asset's currency.",
                            schema = @Schema(type = "number", minimum = "0"))
                    @Nullable
                    String minMarketCap,
            @QueryValue("max_market_cap")
                    @Parameter(
                            description = "Largest market capitalisation, inclusive, in the asset's currency.",
                            schema = @Schema(type = "number", minimum = "0"))
                    @Nullable
                    String maxMarketCap,
            @QueryValue("q")
                    @Parameter(
                            description =
                                    "Words, or beginnings of words, to find in symbol, name, sector, industry and description.",
                            schema = @Schema(type = "string", maxLength = Limits.MAX_TEXT_CHARACTERS))
                    @Nullable
                    String words,
            @QueryValue("page")
                    @Parameter(
                            description = "Page of the list, from 1.",
                            schema = @Schema(type = "integer", minimum = "1", defaultValue = "1"))
                    @Nullable
                    String page,
            @QueryValue("per_page")
                    @Parameter(
                            description = "Assets on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @Nullable
                    String perPage,
            @QueryValue("as_of")
                    @Parameter(description = Descriptions.AS_OF, schema = @Schema(type = "string"))
                    @Nullable
                    String asOf) {
        AsOf instant = request.asOf(asOf);
        AssetQuery query = new AssetQuery(
                request.parsedOrNull(
                        "symbol", symbol, text -> Symbol.parse(text).value()),
                request.parsedOrNull("asset_type", assetType, AssetType::parse),
                sector,
                request.amount("min_market_cap", minMarketCap),
                request.amount("max_market_cap", maxMarketCap),
                words,
                SearchAssets.pricesUpTo(instant),
                request.whole("page", page, 1, 1, Limits.MAX_PAGE),
                request.whole("per_page", perPage, Pagination.DEFAULT_PER_PAGE, 1, Pagination.MAX_PER_PAGE));
        refuseEmptyRange(request, query);
        request.verify();
        SearchAssets.Found found = searchAssets.search(query, instant, asOf != null);
        Pagination pagination = Pagination.ofPages(query.page(), query.perPage(), found.totalItems());
        return request.answer(found.assets(), instant, List.of(), pagination);
    }

    @Get("/{id}")
    @Operation(
            operationId = "getAsset",
            summary = "One asset",
            description = "By id or by symbol; with as_of a symbol means what it meant on that day.")
    ApiAnswer<AssetView> asset(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("id") @Parameter(description = Descriptions.ID, example = "AAPL") String id,
            @QueryValue("as_of")
                    @Parameter(description = Descriptions.AS_OF, schema = @Schema(type = "string"))
                    @Nullable
                    String asOf) {
        request.idOrSymbol("id", id);
        AsOf instant = request.asOf(asOf);
        request.verify();
        Asset asset = asOf == null ? assets.get(id) : assets.get(id, instant);
        return request.answer(AssetView.of(asset, latestPrices.of(asset, instant)), instant, List.of());
    }

    private static void refuseEmptyRange(ApiRequest request, AssetQuery query) {
        Double least = query.minMarketCap();
        Double most = query.maxMarketCap();
        if (least != null && most != null && least > most) {
            request.refuse("min_market_cap", "min_market_cap is above max_market_cap; allowed: at most as large");
        }
    }
}
