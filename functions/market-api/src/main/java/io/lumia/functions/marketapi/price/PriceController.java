package io.lumia.functions.marketapi.price;

import io.lumia.functions.marketapi.price.PriceQuestion.Fill;
import io.lumia.functions.marketapi.price.PriceQuestion.Shape;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.access.Scope;
import io.lumia.market.Adjustment;
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
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Daily prices. */
@Needs(Scope.MARKET_READ)
@Controller("/api/v1/assets")
@Tag(name = "prices")
@Cached(Cached.FIVE_MINUTES)
final class PriceController {

    private final AssetReader assets;
    private final ReadPrices readPrices;

    PriceController(AssetReader assets, ReadPrices readPrices) {
        this.assets = assets;
        this.readPrices = readPrices;
    }

    @Get("/{id}/prices")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_CSV})
    @Operation(
            operationId = "getPrices",
            summary = "Daily prices of an asset",
            description =
                    "Oldest first, in units of the asset's currency. Prices that no adjustment touched are exactly as stored; calculated ones have 12 significant digits. The answer names the adjustment, the sources and their price basis, and the actions that moved prices.")
    ApiAnswer<PriceSeries> prices(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("id") @Parameter(description = Descriptions.ID, example = "AAPL") String id,
            @QueryValue("start")
                    @Parameter(description = Descriptions.START, schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String start,
            @QueryValue("end")
                    @Parameter(description = Descriptions.END, schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String end,
            @QueryValue("adjustment")
                    @Parameter(
                            description =
                                    "raw: as traded on the day. split: for splits and spin-offs, as charts usually are. all: for dividends too, a total-return series.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"raw", "split", "all"},
                                            defaultValue = "split"))
                    @Nullable
                    String adjustment,
            @QueryValue("fill")
                    @Parameter(
                            description =
                                    "none: only real bars. previous: a session without a bar between two bars repeats the close before it, with the flag filled and no volume; nothing is filled beyond the last bar.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"none", "previous"},
                                            defaultValue = "none"))
                    @Nullable
                    String fill,
            @QueryValue("shape")
                    @Parameter(
                            description =
                                    "rows: a list of bars. columns: one list per column, for charts. CSV always has rows.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"rows", "columns"},
                                            defaultValue = "rows"))
                    @Nullable
                    String shape,
            @QueryValue("format")
                    @Parameter(
                            description = Descriptions.FORMAT,
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"json", "csv"},
                                            defaultValue = "json"))
                    @Nullable
                    String format,
            @QueryValue("as_of")
                    @Parameter(description = Descriptions.AS_OF, schema = @Schema(type = "string"))
                    @Nullable
                    String asOf,
            @QueryValue("limit")
                    @Parameter(
                            description = Descriptions.LIMIT,
                            schema =
                                    @Schema(type = "integer", minimum = "1", maximum = "10000", defaultValue = "10000"))
                    @Nullable
                    String limit,
            @QueryValue("page_token")
                    @Parameter(
                            description = Descriptions.PAGE_TOKEN,
                            schema = @Schema(type = "string", maxLength = Limits.MAX_TEXT_CHARACTERS))
                    @Nullable
                    String pageToken) {
        request.idOrSymbol("id", id);
        @Nullable LocalDate first = request.date("start", start);
        @Nullable LocalDate last = request.date("end", end);
        request.inOrder("start", first, "end", last);
        Adjustment wanted = request.parsed("adjustment", adjustment, Adjustment.SPLIT, Adjustment::parse);
        Fill filling = request.parsed("fill", fill, Fill.NONE, Fill::parse);
        Shape layout = request.parsed("shape", shape, Shape.ROWS, Shape::parse);
        request.format(format);
        int points = request.whole("limit", limit, Limits.MAX_POINTS, 1, Limits.MAX_POINTS);
        @Nullable PageToken token = request.pageToken(pageToken);
        AsOf instant = request.asOf(asOf, token);
        request.verify();
        Asset asset = asOf == null ? assets.get(id) : assets.get(id, instant);
        @Nullable LocalDate from = token == null ? null : token.next();
        ReadPrices.Answer answer =
                readPrices.read(new PriceQuestion(asset, first, last, wanted, filling, layout, instant, from, points));
        @Nullable
        String next = answer.next() == null
                ? null
                : request.tokenFor(answer.next(), instant).text();
        return request.answer(answer.series(), instant, answer.warnings(), Pagination.ofToken(points, next));
    }
}
