package io.lumia.functions.newsapi.sentiment;

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
import org.jspecify.annotations.Nullable;

/** How an asset was written about. */
@Needs(Scope.NEWS_READ)
@Controller("/api/v1/assets")
@Tag(name = "news")
@Cached(Cached.FIVE_MINUTES)
final class SentimentController {

    private final AssetReader assets;
    private final ReadSentiment readSentiment;

    SentimentController(AssetReader assets, ReadSentiment readSentiment) {
        this.assets = assets;
        this.readSentiment = readSentiment;
    }

    @Get("/{id}/sentiment")
    @Operation(
            operationId = "getSentiment",
            summary = "How an asset was written about",
            description =
                    "A point for each session with fresh articles, and the articles behind the last one. With as_of it is computed from what had been collected by then.")
    ApiAnswer<SentimentView> sentiment(
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
        request.idOrSymbol("id", id);
        @Nullable LocalDate first = request.date("start", start);
        @Nullable LocalDate last = request.date("end", end);
        request.inOrder("start", first, "end", last);
        int points = request.whole("limit", limit, Limits.MAX_SIGNAL_DAYS, 1, Limits.MAX_SIGNAL_DAYS);
        @Nullable PageToken token = request.pageToken(pageToken);
        AsOf instant = request.asOf(asOf, token);
        request.verify();
        boolean past = asOf != null;
        Asset asset = past ? assets.get(id, instant) : assets.get(id);
        LocalDate from = token != null ? token.next() : first == null ? Limits.FIRST_DATE : first;
        ReadSentiment.Answer answer = readSentiment.read(
                new ReadSentiment.Question(asset, from, last == null ? Limits.LAST_DATE : last, instant, past, points));
        @Nullable
        String next = answer.next() == null
                ? null
                : request.tokenFor(answer.next(), instant).text();
        return request.answer(answer.view(), instant, answer.warnings(), Pagination.ofToken(points, next));
    }
}
