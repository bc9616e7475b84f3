package io.lumia.functions.plancollection;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.lumia.functions.plancollection.PlanOutcome.AlreadyPlanned;
import io.lumia.functions.plancollection.PlanOutcome.NothingToDo;
import io.lumia.functions.plancollection.PlanOutcome.Planned;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.lambda.FunctionContext;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Takes a schedule's input, {@code {"scheduled_for": …}}, or a {@link PlanRequest} by hand; answers with what became of
 * each job. A tick first asks again for overdue items.
 */
@Singleton
@Requires(beans = PlanCollection.class)
public final class PlanCollectionHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final PlanCollection planCollection;
    private final ResumeCollection resumeCollection;
    private final JsonCodec json;

    /** For Lambda. */
    public PlanCollectionHandler() {
        this(
                FunctionContext.get().getBean(PlanCollection.class),
                FunctionContext.get().getBean(ResumeCollection.class),
                FunctionContext.get().getBean(JsonCodec.class));
    }

    @Inject
    public PlanCollectionHandler(PlanCollection planCollection, ResumeCollection resumeCollection, JsonCodec json) {
        this.planCollection = planCollection;
        this.resumeCollection = resumeCollection;
        this.json = json;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        PlanRequest request = json.readExactly(json.write(event), PlanRequest.class);
        int resumed = resumeCollection.resumeOverdue();
        List<Map<String, Object>> jobs = planCollection.plan(request).stream()
                .map(PlanCollectionHandler::shown)
                .toList();
        return Map.of("resumed_items", resumed, "jobs", jobs);
    }

    private static Map<String, Object> shown(PlanOutcome outcome) {
        return switch (outcome) {
            case Planned planned ->
                Map.of(
                        "job", planned.jobName(),
                        "outcome", "planned",
                        "run_id", planned.runId().toString(),
                        "items", planned.items());
            case AlreadyPlanned again ->
                Map.of(
                        "job",
                        again.jobName(),
                        "outcome",
                        "already_planned",
                        "run_id",
                        again.runId().toString());
            case NothingToDo nothing ->
                Map.of("job", nothing.jobName(), "outcome", "nothing_to_do", "reason", nothing.reason());
        };
    }
}
