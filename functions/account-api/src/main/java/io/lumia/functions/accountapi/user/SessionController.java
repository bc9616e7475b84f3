package io.lumia.functions.accountapi.user;

import io.lumia.accounts.session.SessionBook;
import io.lumia.accounts.session.Sessions;
import io.lumia.accounts.session.SignOut;
import io.lumia.functions.accountapi.Callers;
import io.lumia.functions.accountapi.DoneView;
import io.lumia.functions.accountapi.Fields;
import io.lumia.functions.accountapi.Refusals;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Where somebody is signed in. */
@Needs(Scope.PROFILE_READ)
@Controller("/api/v1/users/me/sessions")
@Tag(name = "users")
@Cached(Cached.NEVER)
final class SessionController {

    private final SessionBook book;
    private final SignOut signOut;
    private final Clock clock;

    SessionController(SessionBook book, SignOut signOut, Clock clock) {
        this.book = book;
        this.signOut = signOut;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listSessions",
            summary = "One's own sessions",
            description = "Those that go on, 20 at most, the last refreshed first.")
    ApiAnswer<List<SessionView>> sessions(@Parameter(hidden = true) ApiRequest request) {
        request.verify();
        return request.answer(book.live(Callers.user(request), clock.instant(), Sessions.MOST_AT_ONCE).stream()
                .map(SessionView::of)
                .toList());
    }

    @Delete("/{id}")
    @Needs(Scope.PROFILE_WRITE)
    @Operation(
            operationId = "endSession",
            summary = "End one of one's own sessions",
            description = "Such as that of a device that was lost; its access token counts for 15 minutes at most.")
    ApiAnswer<DoneView> end(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("id") @Parameter(description = "UUID of the session.") String id) {
        UUID session = Fields.id(request, "id", id);
        if (!signOut.signOut(Callers.user(request), session, Callers.origin(request))) {
            throw Refusals.notFound("session that goes on", session);
        }
        return request.answer(new DoneView("session_ended"));
    }
}
