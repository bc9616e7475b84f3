package io.lumia.functions.marketapi.signal;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.access.Scope;
import io.lumia.market.Asset;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.platform.http.Pagination;
import io.lumia.web.access.Needs;
import io.lumia.web.asset.AssetReader;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.Descriptions;
import io.lumia.web.http.Limits;
import io.lumia.web.http.PageToken;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from prices and texts. */
@Needs(Scope.SIGNALS_READ)
@Controller("/api/v1/signals")
@Tag(name = "signals")
@Cached(Cached.FIVE_MINUTES)
final class SignalController {

    private final AssetReader assets;
    private final ReadSignals readSignals;

    SignalController(AssetReader assets, ReadSignals readSignals) {
        this.assets = assets;
        this.readSignals = readSignals;
    }

    @Get("/{asset_id}")
    @Operation(
            operationId = "getSignals",
            summary = "Signals of an asset",
            description =
                    "The newest day's signals and their history, from split-adjusted bars and from the texts that could be used at the close. Returns and volatility are fractions, averages are in units of the asset's currency. Null where the history is too short, never zero. With as_of they are computed from the facts as known then.")
    ApiAnswer<SignalsView> signals(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("asset_id") @Parameter(description = Descriptions.ID, example = "AAPL") String assetId,
            @QueryValue("start_date")
                    @Parameter(
                            description =
                                    "First date of the history, YYYY-MM-DD, inclusive. Default: 30 days before end_date.",
                            schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String startDate,
            @QueryValue("end_date")
                    @Parameter(
                            description = "Last date of the history, YYYY-MM-DD, inclusive. Default: the newest day.",
                            schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String endDate,
            @QueryValue("indicators")
                    @Parameter(
                            description =
                                    "Comma-separated names of the signals wanted, such as return_1d,sma_20. Default: all.",
                            schema = @Schema(type = "string", maxLength = Limits.MAX_LIST_CHARACTERS))
                    @Nullable
                    String indicators,
            @QueryValue("as_of")
                    @Parameter(description = Descriptions.AS_OF, schema = @Schema(type = "string"))
                    @Nullable
                    String asOf,
            @QueryValue("limit")
                    @Parameter(
                            description = Descriptions.LIMIT,
                            schema = @Schema(type = "integer", minimum = "1", maximum = "5000", defaultValue = "5000"))
                    @Nullable
                    String limit,
            @QueryValue("page_token")
                    @Parameter(
                            description = Descriptions.PAGE_TOKEN,
                            schema = @Schema(type = "string", maxLength = Limits.MAX_TEXT_CHARACTERS))
                    @Nullable
                    String pageToken) {
        request.idOrSymbol("asset_id", assetId);
        @Nullable LocalDate first = request.date("start_date", startDate);
        @Nullable LocalDate last = request.date("end_date", endDate);
        request.inOrder("start_date", first, "end_date", last);
        List<Indicator> columns = request.parsed("indicators", indicators, Indicators.ALL, Indicators::parse);
        int days = request.whole("limit", limit, Limits.MAX_SIGNAL_DAYS, 1, Limits.MAX_SIGNAL_DAYS);
        @Nullable PageToken token = request.pageToken(pageToken);
        AsOf instant = request.asOf(asOf, token);
        request.verify();
        boolean past = asOf != null;
        Asset asset = past ? assets.get(assetId, instant) : assets.get(assetId);
        @Nullable LocalDate from = token == null ? null : token.next();
        ReadSignals.Answer answer =
                readSignals.read(new ReadSignals.Question(asset, first, last, columns, instant, past, from, days));
        @Nullable
        String next = answer.next() == null
                ? null
                : request.tokenFor(answer.next(), instant).text();
        return request.answer(answer.view(), instant, answer.warnings(), Pagination.ofToken(days, next));
    }
}
