package io.lumia.functions.accountapi.token;

import io.lumia.accounts.token.SigningKeys;
import io.lumia.web.access.OpenToAll;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;

/** The keys that access tokens are checked by. */
@OpenToAll("Public keys are for everybody who checks our tokens.")
@Controller("/.well-known/jwks.json")
@Tag(name = "documentation")
final class KeySetController {

    private final SigningKeys keys;

    KeySetController(SigningKeys keys) {
        this.keys = keys;
    }

    @Get
    @Operation(
            operationId = "getKeySet",
            summary = "The keys of access tokens",
            description =
                    "A JSON Web Key Set (RFC 7517) without an envelope, as libraries expect it: the key that signs, those before it whose tokens are not over, and from a day before the next. May be kept for 5 minutes.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = "object")))
    HttpResponse<?> keys(@Parameter(hidden = true) ApiRequest request) {
        request.verify();
        return HttpResponse.ok(keys.published().getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, Cached.FIVE_MINUTES)
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
