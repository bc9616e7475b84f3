package io.lumia.functions.accountapi.user;

import io.lumia.accounts.UserId;
import io.lumia.accounts.session.ChangeRights;
import io.lumia.functions.accountapi.Callers;
import io.lumia.functions.accountapi.Fields;
import io.lumia.kernel.AppException;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other people may do; never what they have. */
@Needs(Scope.USERS_MANAGE)
@Controller("/api/v1/users/{id}/rights")
@Tag(name = "users")
final class RightsController {

    private final ChangeRights changeRights;

    RightsController(ChangeRights changeRights) {
        this.changeRights = changeRights;
    }

    @Put
    @Operation(
            operationId = "changeRights",
            summary = "Give somebody another role or plan",
            description =
                    "Ends his sessions, since his tokens say what he was. Nobody changes his own; who signs in at another issuer brings his rights from there.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RightsBody.class))))
    ApiAnswer<RightsView> change(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("id") @Parameter(description = "UUID of the user.") String id) {
        @Nullable UUID user = request.id("id", id);
        @Nullable RightsBody body = request.body(RightsBody.class);
        @Nullable Role role = body == null ? null : Fields.read(request, "role", body.role(), RightsController::role);
        @Nullable Plan plan = body == null ? null : Fields.read(request, "plan", body.plan(), RightsController::plan);
        request.verify();
        UserId known = new UserId(Fields.verified(user));
        Role next = Fields.verified(role);
        Plan counted = Fields.verified(plan);
        changeRights.change(request.caller(), known, next, counted, Callers.origin(request));
        return request.answer(new RightsView(known.value(), next.code(), counted.code()));
    }

    private static Role role(String code) {
        return Role.find(code).orElseThrow(() -> AppException.invalid("role", code, "user, advisor, admin"));
    }

    private static Plan plan(String code) {
        return Plan.find(code).orElseThrow(() -> AppException.invalid("plan", code, "standard, premium"));
    }
}
