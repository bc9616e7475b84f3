package io.lumia.infra.stack;

import io.lumia.platform.lambda.FunctionDefinition.Subscription;
import io.lumia.platform.lambda.Trigger;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** A function's queue and where its messages go that failed too often. */
final class QueueUnit extends Construct {

    private static final Duration KEPT = Duration.days(14);

    private final Queue queue;
    private final Queue dead;

    /** @param subscriptions whose rules may send to it */
    QueueUnit(Construct scope, String id, Names names, Trigger.Queue settings, List<Subscription> subscriptions) {
        super(scope, id);
        this.dead = deadLetters(this, "Dead", names.of(settings.deadLetterName()));
        this.queue = Queue.Builder.create(this, "Queue")
                .queueName(names.of(settings.name()))
                .visibilityTimeout(Duration.seconds(settings.visibilityTimeoutSeconds()))
                .retentionPeriod(KEPT)
                .receiveMessageWaitTime(Duration.seconds(20))
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.DESTROY)
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(dead)
                        .maxReceiveCount(settings.maxReceiveCount())
                        .build())
                .build();
        if (!subscriptions.isEmpty()) {
            List<String> rules = subscriptions.stream()
                    .map(subscription -> names.ruleArn(subscription.rule()))
                    .toList();
            queue.addToResourcePolicy(takeEvents(rules, queue));
            dead.addToResourcePolicy(takeEvents(rules, dead));
        }
    }

    /** A queue that nothing receives from but a person. */
    static Queue deadLetters(Construct scope, String id, String name) {
        Queue queue = Queue.Builder.create(scope, id)
                .queueName(name)
                .retentionPeriod(KEPT)
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        Explained.finding(queue, "SQS3", "It is the dead-letter queue.");
        return queue;
    }

    String arn() {
        return queue.getQueueArn();
    }

    String deadLetterArn() {
        return dead.getQueueArn();
    }

    private static PolicyStatement takeEvents(List<String> ruleArns, Queue target) {
        return PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
                .actions(List.of("sqs:SendMessage"))
                .resources(List.of(target.getQueueArn()))
                .conditions(Map.of("ArnEquals", Map.of("aws:SourceArn", ruleArns)))
                .build();
    }
}
