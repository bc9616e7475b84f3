package io.lumia.functions.marketapi.fundamental;

import io.lumia.functions.marketapi.fundamental.FundamentalsView.NumberView;
import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.access.Scope;
import io.lumia.market.Asset;
import io.lumia.market.ReportedNumbers;
import io.lumia.market.ReportedNumbers.Length;
import io.lumia.market.ReportedNumbers.ReportedNumber;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.platform.http.Pagination;
import io.lumia.web.access.Needs;
import io.lumia.web.asset.AssetInfo;
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

/** What companies reported. */
@Needs(Scope.MARKET_READ)
@Controller("/api/v1/assets")
@Tag(name = "fundamentals")
@Cached(Cached.FIVE_MINUTES)
final class FundamentalController {

    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 2_000;

    private final AssetReader assets;
    private final ReportedNumbers numbers;

    FundamentalController(AssetReader assets, ReportedNumbers numbers) {
        this.assets = assets;
        this.numbers = numbers;
    }

    @Get("/{id}/fundamentals")
    @Operation(
            operationId = "getFundamentals",
            summary = "What a company reported",
            description =
                    "Numbers under standard names and under the concepts of filings (XBRL), the newest period first, exactly as reported. With reports=newest a period has the value of its newest report, with reports=all every report that told it; restatements are flagged. A number is seen from the close of its report's day on, one of a filing from its acceptance on.")
    ApiAnswer<FundamentalsView> fundamentals(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("id") @Parameter(description = Descriptions.ID, example = "AAPL") String id,
            @QueryValue("metric")
                    @Parameter(
                            description =
                                    "Comma-separated names, at most 50, such as net_income,us-gaap:NetIncomeLoss. Default: all.",
                            schema = @Schema(type = "string", maxLength = Limits.MAX_LIST_CHARACTERS))
                    @Nullable
                    String metric,
            @QueryValue("period")
                    @Parameter(
                            description = "Only numbers of periods of this length; instant is a balance. Default: all.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"instant", "quarter", "year", "other"}))
                    @Nullable
                    String period,
            @QueryValue("reports")
                    @Parameter(
                            description = "newest: of each period the newest report. all: every report.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"newest", "all"},
                                            defaultValue = "newest"))
                    @Nullable
                    String reports,
            @QueryValue("start")
                    @Parameter(
                            description = "First last day of a period, YYYY-MM-DD, inclusive. Default: the beginning.",
                            schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String start,
            @QueryValue("end")
                    @Parameter(
                            description =
                                    "Last last day of a period, YYYY-MM-DD, inclusive. Default: the last one known.",
                            schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String end,
            @QueryValue("as_of")
                    @Parameter(description = Descriptions.AS_OF, schema = @Schema(type = "string"))
                    @Nullable
                    String asOf,
            @QueryValue("limit")
                    @Parameter(
                            description =
                                    "Numbers in one answer; where there are more, pagination.next_page_token goes on.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "2000", defaultValue = "500"))
                    @Nullable
                    String limit,
            @QueryValue("page_token")
                    @Parameter(
                            description = Descriptions.PAGE_TOKEN,
                            schema = @Schema(type = "string", maxLength = Limits.MAX_TEXT_CHARACTERS))
                    @Nullable
                    String pageToken) {
        request.idOrSymbol("id", id);
        List<String> names = request.parsed("metric", metric, List.of(), Metrics::parse);
        @Nullable Length length = request.parsedOrNull("period", period, FundamentalController::length);
        boolean newestOnly = request.parsed("reports", reports, true, FundamentalController::isNewestOnly);
        @Nullable LocalDate first = request.date("start", start);
        @Nullable LocalDate last = request.date("end", end);
        request.inOrder("start", first, "end", last);
        int most = request.whole("limit", limit, DEFAULT_LIMIT, 1, MAX_LIMIT);
        @Nullable PageToken token = request.pageToken(pageToken);
        AsOf instant = request.asOf(asOf, token);
        request.verify();
        Asset asset = asOf == null ? assets.get(id) : assets.get(id, instant);
        LocalDate to = token != null ? token.next() : last != null ? last : Limits.LAST_DATE;
        List<ReportedNumber> found = numbers.find(new ReportedNumbers.Question(
                asset,
                names,
                length,
                first == null ? Limits.FIRST_DATE : first,
                to,
                newestOnly,
                instant,
                token == null ? 0 : token.skipped(),
                most + 1));
        return answer(request, asset, found, instant, token, most);
    }

    private static ApiAnswer<FundamentalsView> answer(
            ApiRequest request,
            Asset asset,
            List<ReportedNumber> found,
            AsOf instant,
            @Nullable PageToken token,
            int most) {
        List<NumberView> shown = found.stream().limit(most).map(NumberView::of).toList();
        @Nullable
        String next = found.size() > most ? next(request, found, instant, token).text() : null;
        List<String> warnings = shown.isEmpty() ? List.of(reason(asset)) : List.of();
        FundamentalsView view = new FundamentalsView(AssetInfo.of(asset), shown);
        return request.answer(view, instant, warnings, Pagination.ofToken(most, next));
    }

    /** The next page begins with the date of the first number that is not shown, past those of it that are. */
    private static PageToken next(
            ApiRequest request, List<ReportedNumber> found, AsOf instant, @Nullable PageToken token) {
        LocalDate date = found.getLast().periodEnd();
        long shownOfDate =
                found.stream().filter(number -> number.periodEnd().equals(date)).count() - 1;
        int before = token != null && token.next().equals(date) ? token.skipped() : 0;
        return request.tokenFor(date, (int) shownOfDate + before, instant);
    }

    private static String reason(Asset asset) {
        return "nothing that %s reported is known in this range"
                .formatted(asset.definition().symbol().value());
    }

    private static Length length(String text) {
        for (Length length : Length.values()) {
            if (length.code().equals(text)) {
                return length;
            }
        }
        throw AppException.invalid("period", text, "instant, quarter, year, other");
    }

    private static boolean isNewestOnly(String text) {
        return switch (text) {
            case "newest" -> true;
            case "all" -> false;
            default -> throw AppException.invalid("reports", text, "newest, all");
        };
    }
}
