package io.lumia.functions.accountapi.user;

import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.accounts.password.Password;
import io.lumia.accounts.password.PasswordPolicy;
import io.lumia.accounts.personal.DeleteAccount;
import io.lumia.accounts.personal.DeleteAccount.Proof;
import io.lumia.accounts.session.ChangePassword;
import io.lumia.functions.accountapi.Callers;
import io.lumia.functions.accountapi.DoneView;
import io.lumia.functions.accountapi.Fields;
import io.lumia.functions.accountapi.Refusals;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.SecretBody;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Somebody's own account. */
@Needs(Scope.PROFILE_WRITE)
@Controller("/api/v1/users/me")
@Tag(name = "users")
@Cached(Cached.NEVER)
final class AccountController {

    private static final String JSON = "application/json";

    private final Users users;
    private final ChangePassword changePassword;
    private final PasswordPolicy policy;
    private final DeleteAccount deleteAccount;
    private final Exports exports;
    private final Refusals refusals;

    AccountController(
            Users users,
            ChangePassword changePassword,
            PasswordPolicy policy,
            DeleteAccount deleteAccount,
            Exports exports,
            Refusals refusals) {
        this.users = users;
        this.changePassword = changePassword;
        this.policy = policy;
        this.deleteAccount = deleteAccount;
        this.exports = exports;
        this.refusals = refusals;
    }

    @Get
    @Needs(Scope.PROFILE_READ)
    @Operation(
            operationId = "getMe",
            summary = "One's own account",
            description = "A 404 where there is none behind the request, such as on the machine of an installation.")
    ApiAnswer<UserView> me(@Parameter(hidden = true) ApiRequest request) {
        request.verify();
        User user = known(Callers.user(request));
        return request.answer(UserView.of(
                user, users.findEmail(user.id()).orElse(null), request.caller().scopes()));
    }

    @Post("/password")
    @SecretBody
    @Operation(
            operationId = "changePassword",
            summary = "Change one's own password",
            description =
                    "Ends every session, that of the request too. A wrong present password is a 403; tries are counted together with sign-ins, 10 in a quarter of an hour.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(mediaType = JSON, schema = @Schema(implementation = PasswordBody.class))))
    ApiAnswer<PasswordView> password(@Parameter(hidden = true) ApiRequest request) {
        @Nullable PasswordBody body = request.body(PasswordBody.class);
        if (body != null) {
            Fields.read(request, "current_password", body.currentPassword(), Password::of);
            Fields.read(request, "new_password", body.newPassword(), this::allowed);
        }
        request.verify();
        PasswordBody sent = Fields.verified(body);
        return switch (changePassword.change(
                Callers.user(request), sent.currentPassword(), sent.newPassword(), Callers.origin(request))) {
            case ChangePassword.Result.Changed changed -> request.answer(new PasswordView(changed.sessionsEnded()));
            case ChangePassword.Result.WrongPassword _ -> throw Refusals.wrongPassword();
            case ChangePassword.Result.NoPassword _ -> throw Refusals.noPassword();
            case ChangePassword.Result.TooManyAttempts many -> throw refusals.tooManyAttempts(many.freeAt());
        };
    }

    private Password allowed(String typed) {
        Password password = Password.of(typed);
        policy.check(password);
        return password;
    }

    @Get("/export")
    @Operation(
            operationId = "exportMe",
            summary = "All that we hold of oneself",
            description =
                    "Account, profile, sessions, and what other parts hold by name. Kept by no cache; the audit log notes that it was asked for.")
    ApiAnswer<ExportView> export(@Parameter(hidden = true) ApiRequest request) {
        request.verify();
        return request.answer(exports.of(Callers.user(request), Callers.origin(request)));
    }

    @Post("/deletion")
    @SecretBody
    @Operation(
            operationId = "deleteMe",
            summary = "Delete one's own account",
            description =
                    "At once and for good, with all that we hold; only the id stays. The password is asked for, since a token that was found must not be enough; by POST, since programs in between drop the body of a DELETE. Access tokens that are out count for 15 minutes at most, but find nothing.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(mediaType = JSON, schema = @Schema(implementation = DeletionBody.class))))
    ApiAnswer<DoneView> delete(@Parameter(hidden = true) ApiRequest request) {
        @Nullable DeletionBody body = request.body(DeletionBody.class);
        @Nullable
        Password typed = body == null ? null : Fields.read(request, "password", body.password(), Password::of);
        request.verify();
        User owner = known(Callers.user(request));
        Proof proof = typed == null ? new Proof.TokenOnly() : new Proof.Typed(typed);
        return switch (deleteAccount.delete(owner.id(), proof, Callers.origin(request))) {
            case DeleteAccount.Result.Done _ -> request.answer(new DoneView("account_deleted"));
            case DeleteAccount.Result.PasswordMissing _ -> {
                request.refuse("password", "password is missing or null");
                request.verify();
                throw new IllegalStateException("a request without its password was let pass");
            }
            case DeleteAccount.Result.WrongPassword _ -> throw Refusals.wrongPassword();
            case DeleteAccount.Result.TooManyAttempts many -> throw refusals.tooManyAttempts(many.freeAt());
        };
    }

    private User known(UserId id) {
        return users.find(id).orElseThrow(() -> Refusals.notFound("user", id));
    }
}
