package io.lumia.infra.stack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.FunctionDefinition.Subscription;
import io.lumia.platform.lambda.Trigger.Queued;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.events.CfnArchive;
import software.amazon.awscdk.services.events.CfnEventBus;
import software.amazon.awscdk.services.events.CfnRule;
import software.constructs.Construct;

/** What moves: functions, their queues, the bus with its rules, and the clock. */
final class ApplicationStack extends Stack {

    private static final JsonMapper JSON = new JsonMapper();

    private final Surroundings around;
    private final CfnEventBus bus;

    /** @param all of the stage; the migration's tick is set here too */
    ApplicationStack(Construct scope, String id, StackProps props, List<FunctionDefinition> all, Surroundings around) {
        super(scope, id, props);
        this.around = around;
        this.bus = bus();
        Map<String, QueueUnit> queues = queues(all);
        for (FunctionDefinition definition : all) {
            if (!definition.name().equals(Names.MIGRATION)) {
                addFunction(definition, queues);
            }
        }
        new Ticks(this, "Ticks", all, around);
    }

    private CfnEventBus bus() {
        CfnEventBus made = CfnEventBus.Builder.create(this, "Bus")
                .name(around.names().bus())
                .description("What became ready, and for which period")
                .build();
        CfnArchive.Builder.create(this, "Archive")
                .archiveName(around.names().of("events"))
                .sourceArn(made.getAttrArn())
                .retentionDays(around.settings().data().eventArchiveDays())
                .build();
        return made;
    }

    private Map<String, QueueUnit> queues(List<FunctionDefinition> all) {
        Map<String, QueueUnit> queues = new LinkedHashMap<>();
        for (FunctionDefinition definition : all) {
            if (definition.trigger() instanceof Queued queued) {
                String name = queued.queue().name();
                queues.put(
                        name,
                        new QueueUnit(
                                this,
                                "Queue" + Names.id(name),
                                around.names(),
                                queued.queue(),
                                definition.subscribes()));
            }
        }
        return queues;
    }

    private void addFunction(FunctionDefinition definition, Map<String, QueueUnit> queues) {
        FunctionUnit unit = new FunctionUnit(this, Names.id(definition.name()), definition, around);
        if (definition.trigger() instanceof Queued queued) {
            QueueUnit queue = Objects.requireNonNull(queues.get(queued.queue().name()));
            unit.receiveFrom(queue, definition, queued.queue());
            definition.subscribes().forEach(subscription -> addRule(subscription, queue));
        }
    }

    private void addRule(Subscription subscription, QueueUnit queue) {
        CfnRule rule = CfnRule.Builder.create(this, "Rule" + Names.id(subscription.rule()))
                .name(subscription.rule())
                .eventBusName(around.names().bus()) // not by reference, which moto takes for the bus itself
                .eventPattern(pattern(subscription))
                .targets(List.of(CfnRule.TargetProperty.builder()
                        .id("queue")
                        .arn(queue.arn())
                        .deadLetterConfig(CfnRule.DeadLetterConfigProperty.builder()
                                .arn(queue.deadLetterArn())
                                .build())
                        .build()))
                .build();
        rule.addResourceDependency(bus);
        rule.getNode().addDependency(queue);
    }

    private static Map<String, Object> pattern(Subscription subscription) {
        try {
            return JSON.readValue(subscription.pattern(), new TypeReference<>() {});
        } catch (JacksonException e) {
            throw new AppException(
                    ErrorCode.INTERNAL, "pattern of rule %s is no JSON".formatted(subscription.rule()), e);
        }
    }
}
