package io.lumia.functions.collectionapi.job;

import io.lumia.collection.Job;
import io.lumia.functions.collectionapi.job.JobReader.Beside;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;

/** Jobs to start from. */
@Needs(Scope.COLLECTION_READ)
@Controller("/api/v1/collection/templates")
@Tag(name = "collection")
@Cached(Cached.REVALIDATED)
final class TemplateController {

    private static final String NAME = "Name of the template.";
    private static final String PATH = "/api/v1/collection/templates/";

    private final Templates templates;
    private final JobReader reader;

    TemplateController(Templates templates, JobReader reader) {
        this.templates = templates;
        this.reader = reader;
    }

    @Get
    @Operation(
            operationId = "listJobTemplates",
            summary = "Jobs to start from",
            description =
                    "The built-in ones, an asset class each, then those that were saved, by name. POST /jobs with a template's name makes a job of it.")
    ApiAnswer<List<TemplateView>> templates(@Parameter(hidden = true) ApiRequest request) {
        request.verify();
        return request.answer(templates.all());
    }

    @Get("/{name}")
    @Operation(operationId = "getJobTemplate", summary = "One job to start from", description = "By its name.")
    ApiAnswer<TemplateView> template(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("name") @Parameter(description = NAME) String name) {
        JobController.checkName(request, name);
        request.verify();
        return request.answer(templates.find(name).orElseThrow(() -> Templates.notFound(name)));
    }

    @Post
    @Needs(Scope.COLLECTION_WRITE)
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "createJobTemplate",
            summary = "Save a job to start from",
            description = "The job is checked as one that is to run. A name that is taken is a 409.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = TemplateBody.class))))
    HttpResponse<ApiAnswer<TemplateView>> create(@Parameter(hidden = true) ApiRequest request) {
        TemplateBody body = request.body(TemplateBody.class);
        Optional<Job> read = Optional.ofNullable(body).map(given -> job(request, given));
        String description = body == null ? "" : request.note("description", body.description());
        request.verify();
        Job job = read.orElseThrow();
        TemplateView saved = templates.add(
                job.name(), description.isEmpty() ? job.description() : description, job, JobController.asker(request));
        return HttpResponse.<ApiAnswer<TemplateView>>created(request.answer(saved))
                .header(HttpHeaders.LOCATION, PATH + saved.name());
    }

    @Delete("/{name}")
    @Needs(Scope.COLLECTION_WRITE)
    @Operation(
            operationId = "deleteJobTemplate",
            summary = "Delete a saved template",
            description =
                    "Answers with the template as it was. Jobs that were made of it stay. A built-in one is a 409.")
    ApiAnswer<TemplateView> delete(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("name") @Parameter(description = NAME) String name) {
        JobController.checkName(request, name);
        request.verify();
        return request.answer(templates.delete(name, JobController.asker(request)));
    }

    private Job job(ApiRequest request, TemplateBody body) {
        JobController.checkName(request, body.name());
        JobDocument whole = templates.filledIn(request, "job.", body.job());
        return reader.read(request, "job.", whole, new Beside(body.name(), true));
    }
}
