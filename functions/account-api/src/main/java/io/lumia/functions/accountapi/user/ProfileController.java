package io.lumia.functions.accountapi.user;

import io.lumia.accounts.UserId;
import io.lumia.accounts.profile.EditProfile;
import io.lumia.accounts.profile.ProfileCheck;
import io.lumia.functions.accountapi.Callers;
import io.lumia.functions.accountapi.Fields;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What somebody likes. */
@Needs(Scope.PROFILE_READ)
@Controller("/api/v1/users/me/profile")
@Tag(name = "users")
@Cached(Cached.REVALIDATED)
final class ProfileController {

    private final EditProfile editProfile;

    ProfileController(EditProfile editProfile) {
        this.editProfile = editProfile;
    }

    @Get
    @Operation(
            operationId = "getProfile",
            summary = "One's own profile",
            description = "Empty until something is said.")
    ApiAnswer<ProfileView> profile(@Parameter(hidden = true) ApiRequest request) {
        request.verify();
        return request.answer(ProfileView.of(editProfile.get(Callers.user(request))));
    }

    @Put
    @Needs(Scope.PROFILE_WRITE)
    @Operation(
            operationId = "replaceProfile",
            summary = "Replace one's own profile",
            description =
                    "The whole of it, or nothing where something is wrong: everything that is wrong is said at once.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ProfileBody.class))))
    ApiAnswer<ProfileView> replace(@Parameter(hidden = true) ApiRequest request) {
        @Nullable ProfileBody body = request.body(ProfileBody.class);
        if (body != null) {
            note(request, ProfileCheck.check(body.draft()));
        }
        request.verify();
        UserId owner = Callers.user(request);
        return switch (editProfile.put(owner, Fields.verified(body).draft(), Callers.origin(request))) {
            case ProfileCheck.Checked.Accepted accepted -> request.answer(ProfileView.of(accepted.profile()));
            case ProfileCheck.Checked.Refused _ -> throw new IllegalStateException("refused what was checked before");
        };
    }

    private static void note(ApiRequest request, ProfileCheck.Checked checked) {
        switch (checked) {
            case ProfileCheck.Checked.Accepted _ -> {}
            case ProfileCheck.Checked.Refused refused ->
                refused.faults().forEach(fault -> request.refuse(fault.path(), fault.message()));
        }
    }
}
