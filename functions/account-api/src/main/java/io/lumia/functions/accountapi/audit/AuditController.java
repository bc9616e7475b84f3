package io.lumia.functions.accountapi.audit;

import io.lumia.accounts.audit.AuditLog;
import io.lumia.accounts.audit.AuditQuery;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did what. */
@Needs(Scope.AUDIT_READ)
@Controller("/api/v1/audit")
@Tag(name = "audit")
@Cached(Cached.NEVER)
final class AuditController {

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @Get
    @Operation(
            operationId = "listAuditEntries",
            summary = "Who did what",
            description =
                    "Every act that matters for security, newest first, kept for seven years. Each entry carries a hash over itself and the one before, so that a change shows.")
    ApiAnswer<List<AuditEntryView>> list(
            @Parameter(hidden = true) ApiRequest request,
            @QueryValue("actor")
                    @Parameter(description = "Only what this one did, such as user/ID or key/ID.")
                    @Nullable
                    String actor,
            @QueryValue("subject") @Parameter(description = "Only what was done to this, such as key/ID.") @Nullable
                    String subject,
            @QueryValue("kind")
                    @Parameter(description = "Only such acts, such as key.revoked or session.sign_in_refused.")
                    @Nullable
                    String kind,
            @QueryValue("start")
                    @Parameter(
                            description = "From this day on, UTC.",
                            schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String start,
            @QueryValue("end")
                    @Parameter(description = "Up to this day, UTC.", schema = @Schema(type = "string", format = "date"))
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
                            description = "Entries on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @Nullable
                    String perPage) {
        @Nullable LocalDate first = request.date("start", start);
        @Nullable LocalDate last = request.date("end", end);
        request.inOrder("start", first, "end", last);
        int number = request.whole("page", page, 1, 1, Limits.MAX_PAGE);
        int size = request.whole("per_page", perPage, Pagination.DEFAULT_PER_PAGE, 1, Pagination.MAX_PER_PAGE);
        request.verify();
        AuditQuery query = new AuditQuery(
                actor, subject, kind, beginning(first), last == null ? null : beginning(last.plusDays(1)));
        AuditLog.Page found = log.list(query, number, size);
        return request.answer(
                found.entries().stream().map(AuditEntryView::of).toList(),
                Pagination.ofPages(number, size, found.totalItems()));
    }

    private static @Nullable Instant beginning(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
