package io.lumia.functions.collectionapi.alarm;

import io.lumia.collection.Alarms;
import io.lumia.collection.Alarms.Alarm;
import io.lumia.kernel.AppException;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.platform.http.Pagination;
import io.lumia.web.access.Needs;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody should look at. */
@Needs(Scope.COLLECTION_READ)
@Controller("/api/v1/collection/alarms")
@Tag(name = "collection")
@Cached(Cached.REVALIDATED)
final class AlarmController {

    private final Alarms alarms;

    AlarmController(Alarms alarms) {
        this.alarms = alarms;
    }

    @Get
    @Operation(
            operationId = "listCollectionAlarms",
            summary = "Alarms",
            description =
                    "Those that are open, at most 200, the last raised first; with all=true closed ones too, newest first.")
    ApiAnswer<List<AlarmView>> alarms(
            @Parameter(hidden = true) ApiRequest request,
            @QueryValue("all")
                    @Parameter(
                            description = "true for closed ones too.",
                            schema = @Schema(type = "boolean", defaultValue = "false"))
                    @Nullable
                    String all,
            @QueryValue("page")
                    @Parameter(
                            description = "Page of the list, from 1.",
                            schema = @Schema(type = "integer", minimum = "1", defaultValue = "1"))
                    @Nullable
                    String page,
            @QueryValue("per_page")
                    @Parameter(
                            description = "Alarms on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @Nullable
                    String perPage) {
        boolean closedToo = request.parsed("all", all, false, AlarmController::flag);
        int number = request.whole("page", page, 1, 1, Limits.MAX_PAGE);
        int size = request.whole("per_page", perPage, Pagination.DEFAULT_PER_PAGE, 1, Pagination.MAX_PER_PAGE);
        request.verify();
        int offset = (number - 1) * size;
        List<Alarm> open = closedToo ? List.of() : alarms.open();
        List<Alarm> some = closedToo
                ? alarms.newest(offset, size)
                : open.stream().skip(offset).limit(size).toList();
        long total = closedToo ? alarms.count() : open.size();
        return request.answer(some.stream().map(AlarmView::of).toList(), Pagination.ofPages(number, size, total));
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw AppException.invalid("all", text, "true, false");
        };
    }
}
