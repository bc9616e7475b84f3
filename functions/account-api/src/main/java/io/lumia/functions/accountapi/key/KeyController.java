package io.lumia.functions.accountapi.key;

import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.partner.IssueKey;
import io.lumia.accounts.partner.IssuedKey;
import io.lumia.accounts.partner.KeyUsage;
import io.lumia.accounts.partner.KeyWish;
import io.lumia.accounts.partner.PartnerKey;
import io.lumia.accounts.partner.PartnerKeys;
import io.lumia.accounts.partner.RevokeKey;
import io.lumia.accounts.partner.RotateKey;
import io.lumia.functions.accountapi.Callers;
import io.lumia.functions.accountapi.Fields;
import io.lumia.functions.accountapi.Refusals;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.platform.http.Pagination;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.Limits;
import io.lumia.web.http.ShownOnce;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys of partners' programs, each owner's own. */
@Needs(Scope.KEYS_MANAGE)
@Controller("/api/v1/keys")
@Tag(name = "keys")
@Cached(Cached.NEVER)
final class KeyController {

    private static final String PATH = "/api/v1/keys/";
    private static final String JSON = "application/json";
    private static final String ID = "UUID of the key.";
    private static final int USUAL_DAYS = 30;

    private final PartnerKeys keys;
    private final KeyUsage usage;
    private final IssueKey issueKey;
    private final RotateKey rotateKey;
    private final RevokeKey revokeKey;
    private final Clock clock;

    KeyController(
            PartnerKeys keys,
            KeyUsage usage,
            IssueKey issueKey,
            RotateKey rotateKey,
            RevokeKey revokeKey,
            Clock clock) {
        this.keys = keys;
        this.usage = usage;
        this.issueKey = issueKey;
        this.rotateKey = rotateKey;
        this.revokeKey = revokeKey;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listKeys",
            summary = "One's own keys",
            description = "Newest first, those too that do not count any more.")
    ApiAnswer<List<KeyView>> list(
            @Parameter(hidden = true) ApiRequest request,
            @QueryValue("page")
                    @Parameter(
                            description = "Page of the list, from 1.",
                            schema = @Schema(type = "integer", minimum = "1", defaultValue = "1"))
                    @Nullable
                    String page,
            @QueryValue("per_page")
                    @Parameter(
                            description = "Keys on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @Nullable
                    String perPage) {
        int number = request.whole("page", page, 1, 1, Limits.MAX_PAGE);
        int size = request.whole("per_page", perPage, Pagination.DEFAULT_PER_PAGE, 1, Pagination.MAX_PER_PAGE);
        request.verify();
        Instant now = clock.instant();
        PartnerKeys.Page found = keys.list(Callers.user(request), number, size);
        return request.answer(
                found.keys().stream().map(key -> KeyView.of(key, now)).toList(),
                Pagination.ofPages(number, size, found.totalItems()));
    }

    @Post
    @ShownOnce
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "createKey",
            summary = "Make a key",
            description =
                    "The answer has the key, which is shown this once. It may do no more than who makes it. Two of a mode count at a time; a third is a 409.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = JSON, schema = @Schema(implementation = KeyBody.class))))
    HttpResponse<ApiAnswer<IssuedKeyView>> create(@Parameter(hidden = true) ApiRequest request) {
        @Nullable KeyBody body = request.body(KeyBody.class);
        @Nullable KeyWish wish = body == null ? null : new KeyReader(request, clock.instant()).read(body);
        request.verify();
        Asker asker = Callers.asker(request);
        return created(request, issueKey.issue(asker, request.caller().scopes(), Fields.verified(wish)));
    }

    @Get("/{id}")
    @Operation(operationId = "getKey", summary = "One key", description = "By its id; another owner's is a 404.")
    ApiAnswer<KeyView> key(
            @Parameter(hidden = true) ApiRequest request, @PathVariable("id") @Parameter(description = ID) String id) {
        UUID known = Fields.id(request, "id", id);
        return request.answer(KeyView.of(get(Callers.user(request), known), clock.instant()));
    }

    @Delete("/{id}")
    @Operation(
            operationId = "revokeKey",
            summary = "End a key",
            description = "At once: the next request with it is refused. A second time changes nothing.")
    ApiAnswer<KeyView> revoke(
            @Parameter(hidden = true) ApiRequest request, @PathVariable("id") @Parameter(description = ID) String id) {
        UUID known = Fields.id(request, "id", id);
        Asker asker = Callers.asker(request);
        revokeKey.revoke(asker, known);
        return request.answer(KeyView.of(get(asker.owner(), known), clock.instant()));
    }

    @Post("/{id}/rotate")
    @ShownOnce
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "rotateKey",
            summary = "Replace a key",
            description =
                    "Makes another with the same name, scopes and addresses, which does not expire, and lets this one count for some time yet. The answer has the new key, which is shown this once. A key that may do more than who asks is not rotated.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(mediaType = JSON, schema = @Schema(implementation = RotationBody.class))))
    HttpResponse<ApiAnswer<IssuedKeyView>> rotate(
            @Parameter(hidden = true) ApiRequest request, @PathVariable("id") @Parameter(description = ID) String id) {
        @Nullable UUID known = request.id("id", id);
        @Nullable RotationBody body = request.body(RotationBody.class, RotationBody.STANDARD);
        Duration overlap = overlap(request, body == null ? null : body.overlapHours());
        request.verify();
        Asker asker = Callers.asker(request);
        return created(request, rotateKey.rotate(asker, request.caller().scopes(), Fields.verified(known), overlap));
    }

    @Get("/{id}/usage")
    @Operation(
            operationId = "getKeyUsage",
            summary = "What a key was used for",
            description = "Calls by day and operation. Written within seconds; not what quotas count by.")
    ApiAnswer<UsageView> usage(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("id") @Parameter(description = ID) String id,
            @QueryValue("start")
                    @Parameter(
                            description = "First day, UTC. Default: 29 days before the last.",
                            schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String start,
            @QueryValue("end")
                    @Parameter(
                            description = "Last day, UTC; at most 400 days with the first. Default: today.",
                            schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String end) {
        @Nullable UUID known = request.id("id", id);
        @Nullable LocalDate last = request.date("end", end);
        LocalDate through = last == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : last;
        @Nullable LocalDate first = request.date("start", start);
        LocalDate from = first == null ? through.minusDays(USUAL_DAYS - 1L) : first;
        checkRange(request, from, through);
        request.verify();
        PartnerKey key = get(Callers.user(request), Fields.verified(known));
        return request.answer(UsageView.of(key.id(), from, through, usage.read(key.owner(), key.id(), from, through)));
    }

    private static void checkRange(ApiRequest request, LocalDate from, LocalDate through) {
        request.inOrder("start", from, "end", through);
        long days = ChronoUnit.DAYS.between(from, through) + 1;
        if (days > KeyUsage.MAX_DAYS) {
            request.refuse(
                    "start",
                    "start is '%s', %d days with end; allowed: at most %d".formatted(from, days, KeyUsage.MAX_DAYS));
        }
    }

    private static Duration overlap(ApiRequest request, @Nullable Integer hours) {
        if (hours == null) {
            return RotateKey.STANDARD_OVERLAP;
        }
        long most = RotateKey.LONGEST_OVERLAP.toHours();
        if (hours < 0 || hours > most) {
            request.refuse("overlap_hours", "overlap_hours is '%d'; allowed: 0 to %d".formatted(hours, most));
        }
        return Duration.ofHours(hours);
    }

    private HttpResponse<ApiAnswer<IssuedKeyView>> created(ApiRequest request, IssuedKey issued) {
        return HttpResponse.<ApiAnswer<IssuedKeyView>>created(request.answer(IssuedKeyView.of(issued, clock.instant())))
                .header(HttpHeaders.LOCATION, PATH + issued.key().id());
    }

    private PartnerKey get(UserId owner, UUID id) {
        return keys.find(owner, id).orElseThrow(() -> Refusals.notFound("key", id));
    }
}
