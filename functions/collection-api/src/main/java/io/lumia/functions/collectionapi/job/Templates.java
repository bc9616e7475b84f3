package io.lumia.functions.collectionapi.job;

import io.lumia.collection.AuditEntry;
import io.lumia.collection.AuditLog;
import io.lumia.collection.Job;
import io.lumia.collection.jobs.JobRules;
import io.lumia.collection.jobs.JobTemplate;
import io.lumia.collection.jobs.JobTemplates;
import io.lumia.collection.jobs.SavedTemplates;
import io.lumia.collection.jobs.SavedTemplates.SavedTemplate;
import io.lumia.functions.collectionapi.job.ChangeJobs.Asker;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.json.JsonCodec;
import io.lumia.web.http.ApiRequest;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Jobs to start from: the program's own, and those that somebody saved. */
@Singleton
@Requires(beans = SavedTemplates.class)
final class Templates {

    private final SavedTemplates saved;
    private final AuditLog audit;
    private final JsonCodec json;
    private final Transactions transactions;
    private final Clock clock;

    Templates(SavedTemplates saved, AuditLog audit, JsonCodec json, Transactions transactions, Clock clock) {
        this.saved = saved;
        this.audit = audit;
        this.json = json;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The built-in ones by asset class, then the others by name. */
    List<TemplateView> all() {
        return Stream.concat(
                        JobTemplates.builtIn().stream().map(TemplateView::of),
                        saved.all().stream().map(this::view))
                .toList();
    }

    Optional<TemplateView> find(String name) {
        return builtIn(name).map(TemplateView::of).or(() -> saved.find(name).map(this::view));
    }

    /** The document over the template that it names, if it names one; a template that there is not is noted. */
    JobDocument filledIn(ApiRequest request, String prefix, JobDocument document) {
        String name = document.template();
        if (name == null) {
            return document;
        }
        Optional<TemplateView> template = JobRules.NAME.matcher(name).matches() ? find(name) : Optional.empty();
        if (template.isEmpty()) {
            String known = all().stream().map(TemplateView::name).collect(Collectors.joining(", "));
            String path = prefix + "template";
            request.refuse(path, AppException.invalid(path, name, known).getMessage());
        }
        // Over any, where there is none: what a template would have brought is not to be missed as well.
        return document.over(
                template.orElseGet(() -> TemplateView.of(JobTemplates.builtIn().getFirst()))
                        .job());
    }

    /** Fails with CONFLICT where the name is taken or too many are saved. */
    TemplateView add(String name, String description, Job job, Asker asker) {
        if (builtIn(name).isPresent()) {
            throw builtInStays(name);
        }
        JobDocument document = JobDocument.of(job);
        SavedTemplate template = new SavedTemplate(name, description, json.write(document), clock.instant());
        transactions.inTransaction(() -> {
            if (saved.all().size() >= SavedTemplates.MAX_SAVED) {
                throw new AppException(
                        ErrorCode.CONFLICT,
                        "%d templates are saved, which is all that are kept; delete one first"
                                .formatted(SavedTemplates.MAX_SAVED));
            }
            if (!saved.add(template)) {
                throw new AppException(
                        ErrorCode.CONFLICT, "template '%s' is there already; delete it first".formatted(name));
            }
            note("template.create", name, Map.of("job", document), asker);
        });
        return view(template);
    }

    /** Returns the template as it was. Fails with NOT_FOUND, or CONFLICT for a built-in one. */
    TemplateView delete(String name, Asker asker) {
        if (builtIn(name).isPresent()) {
            throw builtInStays(name);
        }
        return transactions.inTransaction(() -> {
            SavedTemplate template = saved.find(name).orElseThrow(() -> notFound(name));
            saved.delete(name);
            note("template.delete", name, Map.of("job", document(template)), asker);
            return view(template);
        });
    }

    static AppException notFound(String name) {
        return new AppException(ErrorCode.NOT_FOUND, "no template '%s'".formatted(name));
    }

    private static Optional<JobTemplate> builtIn(String name) {
        return JobTemplates.builtIn().stream()
                .filter(template -> template.name().equals(name))
                .findFirst();
    }

    private static AppException builtInStays(String name) {
        return new AppException(ErrorCode.CONFLICT, "template '%s' is built in; it stays as it is".formatted(name));
    }

    private TemplateView view(SavedTemplate template) {
        return new TemplateView(template.name(), template.description(), false, document(template));
    }

    private JobDocument document(SavedTemplate template) {
        return json.read(template.document(), JobDocument.class);
    }

    private void note(String action, String name, Map<String, Object> details, Asker asker) {
        audit.add(
                new AuditEntry(clock.instant(), asker.actor(), action, "template/" + name, details, asker.requestId()));
    }
}
