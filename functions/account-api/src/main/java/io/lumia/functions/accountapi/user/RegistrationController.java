package io.lumia.functions.accountapi.user;

import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.password.Password;
import io.lumia.accounts.password.PasswordPolicy;
import io.lumia.accounts.registration.Register;
import io.lumia.accounts.registration.Verify;
import io.lumia.functions.accountapi.Callers;
import io.lumia.functions.accountapi.Fields;
import io.lumia.functions.accountapi.Refusals;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.OpenToAll;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.SecretBody;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How an account begins. */
@OpenToAll("Who registers has no account yet; tries are bounded by address.")
@Controller("/api/v1/users")
@Tag(name = "users")
final class RegistrationController {

    private static final String JSON = "application/json";

    private final Register register;
    private final Verify verify;
    private final PasswordPolicy policy;
    private final Refusals refusals;

    RegistrationController(Register register, Verify verify, PasswordPolicy policy, Refusals refusals) {
        this.register = register;
        this.verify = verify;
        this.policy = policy;
        this.refusals = refusals;
    }

    @Post
    @SecretBody
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "register",
            summary = "Register",
            description =
                    "Sends a mail whose token confirms the address; until then there is no account. Answer and work are the same for an address that has an account: its owner gets a mail that says so. Bounded to 5 mails an hour for one address and 20 registrations an hour from one network address.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = JSON,
                                            schema = @Schema(implementation = RegistrationBody.class))))
    ApiAnswer<RegistrationView> register(@Parameter(hidden = true) ApiRequest request) {
        @Nullable RegistrationBody body = request.body(RegistrationBody.class);
        if (body != null) {
            check(request, body);
        }
        request.verify();
        RegistrationBody sent = Fields.verified(body);
        switch (register.register(sent.email(), sent.password(), Callers.origin(request))) {
            case Register.Result.Accepted _ -> {}
            case Register.Result.TooManyAttempts many -> throw refusals.tooManyAttempts(many.freeAt());
        }
        return request.answer(RegistrationView.taken()).withMessage("a mail is on its way, if one can be delivered");
    }

    private void check(ApiRequest request, RegistrationBody body) {
        @Nullable EmailAddress email = Fields.read(request, "email", body.email(), EmailAddress::parse);
        Fields.read(request, "password", body.password(), typed -> allowed(typed, email));
    }

    /** @param email null where it could not be read */
    private Password allowed(String typed, @Nullable EmailAddress email) {
        Password password = Password.of(typed);
        if (email == null) {
            policy.check(password);
        } else {
            policy.check(password, email);
        }
        return password;
    }

    @Post("/verify")
    @SecretBody
    @Operation(
            operationId = "verifyUser",
            summary = "Confirm an address",
            description =
                    "Takes the token of the mail and makes the account with the password that was registered. A token that is unknown, was used or is older than 24 hours is a 400, and which of them is not said.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = JSON,
                                            schema = @Schema(implementation = VerificationBody.class))))
    ApiAnswer<VerifiedView> verify(@Parameter(hidden = true) ApiRequest request) {
        @Nullable VerificationBody body = request.body(VerificationBody.class);
        request.verify();
        return switch (verify.verify(Fields.verified(body).token(), Callers.origin(request))) {
            case Verify.Result.Confirmed confirmed ->
                request.answer(new VerifiedView(confirmed.user().value()));
            case Verify.Result.Refused _ -> {
                request.refuse("token", "token is unknown, was used or is too old; register again");
                request.verify();
                throw new IllegalStateException("a refused request was let pass");
            }
        };
    }
}
