package io.lumia.functions.marketapi.observation;

import io.lumia.functions.marketapi.observation.ObservationSeries.Point;
import io.lumia.functions.marketapi.observation.ObservationSeries.SeriesInfo;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.access.Scope;
import io.lumia.market.Asset;
import io.lumia.market.Observation;
import io.lumia.market.ObservationHistory;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rates, yields, exchange rates and economic series. */
@Needs(Scope.MARKET_READ)
@Controller("/api/v1/observations")
@Tag(name = "observations")
@Cached(Cached.FIVE_MINUTES)
final class ObservationController {

    private final AssetReader assets;
    private final ObservationHistory history;

    ObservationController(AssetReader assets, ObservationHistory history) {
        this.assets = assets;
        this.history = history;
    }

    @Get("/{series}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_CSV})
    @Operation(
            operationId = "getObservations",
            summary = "Values of a series",
            description =
                    "Oldest first, exactly as stored, in the unit that the answer names. A value is seen from its publication on; where its source gives no date of publication, a lag that is rather too long is assumed.")
    ApiAnswer<ObservationSeries> observations(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("series") @Parameter(description = "UUID or symbol of the series.", example = "DGS10")
                    String series,
            @QueryValue("start")
                    @Parameter(description = Descriptions.START, schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String start,
            @QueryValue("end")
                    @Parameter(description = Descriptions.END, schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String end,
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
        request.idOrSymbol("series", series);
        @Nullable LocalDate first = request.date("start", start);
        @Nullable LocalDate last = request.date("end", end);
        request.inOrder("start", first, "end", last);
        request.format(format);
        int points = request.whole("limit", limit, Limits.MAX_POINTS, 1, Limits.MAX_POINTS);
        @Nullable PageToken token = request.pageToken(pageToken);
        AsOf instant = request.asOf(asOf, token);
        request.verify();
        Asset asset = asOf == null ? assets.get(series) : assets.get(series, instant);
        LocalDate from = token != null ? token.next() : first != null ? first : Limits.FIRST_DATE;
        LocalDate to = last != null ? last : Limits.LAST_DATE;
        List<Observation> found = history.observations(asset, from, to, instant, points + 1);
        return answer(request, asset, found, instant, points);
    }

    private static ApiAnswer<ObservationSeries> answer(
            ApiRequest request, Asset asset, List<Observation> found, AsOf instant, int points) {
        boolean more = found.size() > points;
        List<Point> shown = found.stream().limit(points).map(Point::of).toList();
        @Nullable
        String next = more ? request.tokenFor(found.getLast().date(), instant).text() : null;
        List<String> warnings = shown.isEmpty() ? List.of(reason(asset)) : List.of();
        ObservationSeries series = new ObservationSeries(SeriesInfo.of(asset), shown);
        return request.answer(series, instant, warnings, Pagination.ofToken(points, next));
    }

    private static String reason(Asset asset) {
        String symbol = asset.definition().symbol().value();
        return "%s has no observations in this range; bars of a traded asset are at /api/v1/assets/%s/prices"
                .formatted(symbol, symbol);
    }
}
