package io.lumia.functions.collectionapi.gap;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.platform.http.Pagination;
import io.lumia.web.access.Needs;
import io.lumia.web.asset.AssetReader;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.Limits;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is missing. */
@Needs(Scope.COLLECTION_READ)
@Controller("/api/v1/collection")
@Tag(name = "collection")
@Cached(Cached.REVALIDATED)
final class GapController {

    private final FindGaps findGaps;
    private final AssetReader assets;

    GapController(FindGaps findGaps, AssetReader assets) {
        this.findGaps = findGaps;
        this.assets = assets;
    }

    @Get("/gaps")
    @Operation(
            operationId = "findGaps",
            summary = "Missing and unexpected bars and observations",
            description =
                    "Bars and observations that our books hold now against the sessions of each asset's exchange or the calendar of the series: what is missing, what should not be there, how complete and how stale it is.")
    ApiAnswer<List<AssetGaps>> gaps(
            @Parameter(hidden = true) ApiRequest request,
            @QueryValue("symbol")
                    @Parameter(
                            description = "UUID or symbol of one asset. Default: all, by symbol.",
                            schema = @Schema(type = "string", maxLength = 36))
                    @Nullable
                    String symbol,
            @QueryValue("start")
                    @Parameter(
                            description =
                                    "First date that counts, YYYY-MM-DD, inclusive. Default: the beginning of each asset's life.",
                            schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String start,
            @QueryValue("end")
                    @Parameter(
                            description =
                                    "Last date that counts, YYYY-MM-DD, inclusive. Default: the last session that has closed.",
                            schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String end,
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
                    String perPage) {
        if (symbol != null) {
            request.idOrSymbol("symbol", symbol);
        }
        @Nullable LocalDate first = request.date("start", start);
        @Nullable LocalDate last = request.date("end", end);
        request.inOrder("start", first, "end", last);
        int number = request.whole("page", page, 1, 1, Limits.MAX_PAGE);
        int size = request.whole("per_page", perPage, Pagination.DEFAULT_PER_PAGE, 1, Pagination.MAX_PER_PAGE);
        AsOf now = request.asOf(null);
        request.verify();
        FindGaps.Question question = new FindGaps.Question(first, last, now, number, size);
        FindGaps.Answer answer = symbol == null ? findGaps.ofAll(question) : findGaps.of(assets.get(symbol), question);
        Pagination pagination = Pagination.ofPages(number, size, answer.totalItems());
        return request.answer(answer.gaps(), now, answer.warnings(), pagination);
    }
}
