package io.lumia.functions.marketapi.document;

import io.lumia.web.access.OpenToAll;
import io.lumia.web.document.OpenApiDocument;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The API's own description, for programs and for people. */
@OpenToAll("The API describes itself.")
@Controller
@Tag(name = "documentation")
final class DocumentController {

    private final OpenApiDocument document;
    private final DocumentPage page;

    DocumentController(OpenApiDocument document, DocumentPage page) {
        this.document = document;
        this.page = page;
    }

    @Get("/api/v1/openapi.json")
    @Operation(
            operationId = "getOpenApi",
            summary = "The OpenAPI 3.1 document",
            description = "Without an envelope, as tools expect it.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = "object")))
    HttpResponse<?> openApi(@Parameter(hidden = true) ApiRequest request) {
        request.verify();
        return HttpResponse.ok(document.text())
                .header(HttpHeaders.CACHE_CONTROL, Cached.FIVE_MINUTES)
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/docs")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "getDocs",
            summary = "This description as a page",
            description = "Made from the OpenAPI document; loads nothing from anywhere else.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string")))
    HttpResponse<?> docs(@Parameter(hidden = true) ApiRequest request) {
        request.verify();
        return HttpResponse.ok(page.html())
                .header(HttpHeaders.CACHE_CONTROL, Cached.FIVE_MINUTES)
                .header("Content-Security-Policy", DocumentPage.CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .contentType("text/html; charset=utf-8");
    }
}
