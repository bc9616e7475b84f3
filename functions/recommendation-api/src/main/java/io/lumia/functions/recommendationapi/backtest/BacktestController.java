package io.lumia.functions.recommendationapi.backtest;

import io.lumia.kernel.access.Scope;
import io.lumia.platform.database.ClaimScope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.time.IdSource;
import io.lumia.recommendation.backtest.job.ReadBacktest;
import io.lumia.recommendation.backtest.job.RequestBacktest;
import io.lumia.recommendation.configuration.Configurations;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.FoundAgain;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether advice would have worked. */
@Needs(Scope.RECOMMENDATIONS_READ)
@Controller(BacktestController.PATH)
@Tag(name = "recommendations")
@Cached(Cached.REVALIDATED)
final class BacktestController {

    static final String PATH = "/api/v1/backtests";

    private final RequestBacktest requests;
    private final ReadBacktest backtests;
    private final IdSource ids;
    private final JsonCodec json;

    BacktestController(RequestBacktest requests, ReadBacktest backtests, IdSource ids, JsonCodec json) {
        this.requests = requests;
        this.backtests = backtests;
        this.ids = ids;
        this.json = json;
    }

    @Post
    @FoundAgain
    @Needs(Scope.BACKTESTS_RUN)
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "createBacktest",
            summary = "Try advice on the past",
            description =
                    "The engine decides on each date with what was known then, and trades whole shares at costs; beside it live the benchmark and all eligible assets in equal amounts. It runs behind a queue and is found where Location points.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = BacktestBody.class))))
    HttpResponse<ApiAnswer<BacktestView>> create(@Parameter(hidden = true) ApiRequest request) {
        @Nullable BacktestBody body = request.body(BacktestBody.class);
        request.verify();
        if (body == null) {
            throw new IllegalStateException("a request without a body was verified");
        }
        UUID id = ClaimScope.effectId(ids);
        switch (requests.request(id, request.actor(), body.draft(), Configurations.CURRENT)) {
            case RequestBacktest.Answer.Refused refused ->
                refused.faults().forEach(fault -> request.refuse(fault.path(), fault.message()));
            case RequestBacktest.Answer.Accepted _ -> {}
        }
        request.verify();
        return HttpResponse.<ApiAnswer<BacktestView>>accepted()
                .body(request.answer(view(id, request)))
                .header(HttpHeaders.LOCATION, PATH + "/" + id);
    }

    @Get
    @Operation(
            operationId = "listBacktests",
            summary = "Own backtests",
            description = "The newest hundred, newest first, without their reports.")
    ApiAnswer<List<BacktestView>> list(@Parameter(hidden = true) ApiRequest request) {
        request.verify();
        return request.answer(backtests.list(request.actor()).stream()
                .map(job -> BacktestView.of(job, json))
                .toList());
    }

    @Get("/{id}")
    @Operation(
            operationId = "getBacktest",
            summary = "One backtest",
            description =
                    "How far it is, and its report once it has ended. Published as it came out, also where it lost.")
    ApiAnswer<BacktestView> backtest(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("id") @Parameter(description = "UUID of the backtest.") String id) {
        @Nullable UUID known = request.id("id", id);
        request.verify();
        if (known == null) {
            throw new IllegalStateException("a request without an id was verified");
        }
        return request.answer(view(known, request));
    }

    private BacktestView view(UUID id, ApiRequest request) {
        return BacktestView.of(backtests.get(id, request.actor()), json);
    }
}
