package io.lumia.functions.accountapi.token;

import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.password.Password;
import io.lumia.accounts.session.RefreshSession;
import io.lumia.accounts.session.SignIn;
import io.lumia.accounts.session.SignOut;
import io.lumia.functions.accountapi.Callers;
import io.lumia.functions.accountapi.DoneView;
import io.lumia.functions.accountapi.Fields;
import io.lumia.functions.accountapi.Refusals;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.OpenToAll;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.SecretBody;
import io.lumia.web.http.ShownOnce;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sessions and their tokens. */
@OpenToAll("Who signs in has no token yet; who refreshes or signs out shows the refresh token.")
@Controller("/api/v1/tokens")
@Tag(name = "tokens")
final class TokenController {

    private static final String JSON = "application/json";

    private final SignIn signIn;
    private final RefreshSession refreshSession;
    private final SignOut signOut;
    private final Refusals refusals;

    TokenController(SignIn signIn, RefreshSession refreshSession, SignOut signOut, Refusals refusals) {
        this.signIn = signIn;
        this.refreshSession = refreshSession;
        this.signOut = signOut;
        this.refusals = refusals;
    }

    @Post
    @SecretBody
    @ShownOnce
    @Operation(
            operationId = "signIn",
            summary = "Sign in",
            description =
                    "Opens a session. Whether the address is unknown or the password wrong, the answer is the same 401 after the same time. Wrong passwords are bounded to 10 for one account and 100 from one network address in a quarter of an hour.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = JSON, schema = @Schema(implementation = SignInBody.class))))
    ApiAnswer<TokensView> signIn(@Parameter(hidden = true) ApiRequest request) {
        @Nullable SignInBody body = request.body(SignInBody.class);
        if (body != null) {
            Fields.read(request, "email", body.email(), EmailAddress::parse);
            Fields.read(request, "password", body.password(), Password::of);
        }
        request.verify();
        SignInBody sent = Fields.verified(body);
        return switch (signIn.signIn(sent.email(), sent.password(), Callers.origin(request))) {
            case SignIn.Result.SignedIn in -> request.answer(TokensView.of(in.tokens()));
            case SignIn.Result.Refused _ -> throw Refusals.wrongCredentials();
            case SignIn.Result.TooManyAttempts many -> throw refusals.tooManyAttempts(many.freeAt());
        };
    }

    @Post("/refresh")
    @SecretBody
    @ShownOnce
    @Operation(
            operationId = "refreshTokens",
            summary = "Go on with a session",
            description =
                    "Takes the refresh token, which counts once, and answers with the next. One that comes a second time has been copied and ends the session for all who hold a token of it; so ask for one refresh at a time. One that does not count is a 401: sign in again.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = JSON, schema = @Schema(implementation = RefreshBody.class))))
    ApiAnswer<TokensView> refresh(@Parameter(hidden = true) ApiRequest request) {
        String token = token(request);
        return switch (refreshSession.refresh(token, Callers.origin(request))) {
            case RefreshSession.Result.Refreshed refreshed -> request.answer(TokensView.of(refreshed.tokens()));
            case RefreshSession.Result.Refused _ ->
                throw new AppException(
                        ErrorCode.UNAUTHENTICATED, "the refresh token does not count, or no longer; sign in again");
        };
    }

    @Post("/revoke")
    @SecretBody
    @Operation(
            operationId = "signOut",
            summary = "Sign out",
            description =
                    "Ends the session that the refresh token belongs to. The answer is the same for a token that is none of ours (RFC 7009). The access token that is out counts for 15 minutes at most.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = JSON, schema = @Schema(implementation = RefreshBody.class))))
    ApiAnswer<DoneView> signOut(@Parameter(hidden = true) ApiRequest request) {
        String token = token(request);
        signOut.signOut(token, Callers.origin(request));
        return request.answer(new DoneView("signed_out"));
    }

    private static String token(ApiRequest request) {
        @Nullable RefreshBody body = request.body(RefreshBody.class);
        request.verify();
        return Fields.verified(body).refreshToken();
    }
}
