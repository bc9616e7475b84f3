package io.lumia.functions.marketapi.correlation;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.access.Scope;
import io.lumia.market.Asset;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.Needs;
import io.lumia.web.asset.AssetReader;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.Descriptions;
import io.lumia.web.http.Limits;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How assets move together. */
@Needs(Scope.MARKET_READ)
@Controller("/api/v1/market")
@Tag(name = "market")
@Cached(Cached.FIVE_MINUTES)
final class CorrelationController {

    private static final int FEWEST_ASSETS = 2;
    private static final int MOST_ASSETS = 30;
    private static final int DEFAULT_DAYS = 252;
    private static final int MOST_DAYS = 2_520;
    private static final String ALLOWED =
            "%d to %d symbols or UUIDs of different assets, divided by commas".formatted(FEWEST_ASSETS, MOST_ASSETS);

    private final AssetReader assets;
    private final ReadCorrelations readCorrelations;

    CorrelationController(AssetReader assets, ReadCorrelations readCorrelations) {
        this.assets = assets;
        this.readCorrelations = readCorrelations;
    }

    @Get("/correlations")
    @Operation(
            operationId = "getCorrelations",
            summary = "How assets move together",
            description =
                    "Pearson's correlation of the daily log returns of each pair, from closes adjusted for splits and dividends. A return goes from one session that both have to the next one; the newest days of them count. Fewer than 60 give null and a warning.")
    ApiAnswer<CorrelationView> correlations(
            @Parameter(hidden = true) ApiRequest request,
            @QueryValue("assets")
                    @Parameter(
                            description = "Symbols or UUIDs of 2 to 30 assets, comma-separated.",
                            required = true,
                            schema = @Schema(type = "string", maxLength = Limits.MAX_ASSET_LIST_CHARACTERS),
                            example = "AAPL,SPY")
                    @Nullable
                    String assetList,
            @QueryValue("days")
                    @Parameter(
                            description = "Returns of each pair, at most: the newest count.",
                            schema = @Schema(type = "integer", minimum = "60", maximum = "2520", defaultValue = "252"))
                    @Nullable
                    String days,
            @QueryValue("as_of")
                    @Parameter(description = Descriptions.AS_OF, schema = @Schema(type = "string"))
                    @Nullable
                    String asOf) {
        List<String> names = request.parsed("assets", assetList, List.of(), CorrelationController::names);
        if (assetList == null) {
            request.refuse("assets", "assets is missing; allowed: " + ALLOWED);
        }
        names.forEach(name -> request.idOrSymbol("assets", name));
        int returns = request.whole("days", days, DEFAULT_DAYS, ReadCorrelations.LEAST_PAIRS, MOST_DAYS);
        AsOf instant = request.asOf(asOf);
        request.verify();
        List<Asset> found = names.stream()
                .map(name -> asOf == null ? assets.get(name) : assets.get(name, instant))
                .toList();
        if (found.stream().distinct().count() < found.size()) {
            request.refuse("assets", "assets names an asset twice; allowed: " + ALLOWED);
        }
        request.verify();
        ReadCorrelations.Answer answer = readCorrelations.read(found, returns, instant);
        return request.answer(answer.view(), instant, answer.warnings());
    }

    private static List<String> names(String text) {
        List<String> names =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (names.size() < FEWEST_ASSETS || names.size() > MOST_ASSETS) {
            throw AppException.invalid("assets", text, ALLOWED);
        }
        return names;
    }
}
