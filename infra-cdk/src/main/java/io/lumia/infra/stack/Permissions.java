package io.lumia.infra.stack;

import io.lumia.platform.lambda.Access;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger;
import io.lumia.platform.lambda.Trigger.Queued;
import io.lumia.platform.lambda.Trigger.Scheduled;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** What a function's role may do: what its {@code function.json} names, and nothing else. */
final class Permissions {

    private static final List<String> RECEIVING =
            List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes");

    private Permissions() {}

    static PolicyStatement allow(List<String> actions, List<String> resources) {
        return PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .actions(actions)
                .resources(resources)
                .build();
    }

    static List<PolicyStatement> of(FunctionDefinition function, Surroundings around) {
        Names names = around.names();
        List<PolicyStatement> statements = new ArrayList<>();
        statements.add(allow(
                List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                List.of(Names.arn("logs", "log-group:" + names.logGroup(function.name()) + ":*"))));
        addQueues(function, names, statements);
        if (function.trigger() instanceof Scheduled) {
            statements.add(allow(List.of("sqs:SendMessage"), List.of(names.queueArn(Names.FAILED_TICKS))));
        }
        if (!function.emits().isEmpty()) {
            statements.add(announce(names));
        }
        addObjects(function, around.kept(), statements);
        addSecrets(KeyEncryptionKey.secrets(function, around.settings()), around.kept(), statements);
        statements.addAll(KeyEncryptionKey.statements(function, around.kept()));
        if (function.database() != Access.NONE) {
            statements.addAll(around.database().statements(function.name(), function.database()));
            around.network().ifPresent(_ -> addNetworkInterfaces(function, names, statements));
        }
        if (KeptSchedules.areKeptBy(function)) {
            statements.addAll(KeptSchedules.statements(names));
        }
        if (SentMails.areSentBy(function)) {
            statements.addAll(SentMails.statements(around.settings()));
        }
        if (MirroredKeys.areMirroredBy(function, around.settings())) {
            statements.addAll(MirroredKeys.statements());
        }
        return statements;
    }

    private static void addQueues(FunctionDefinition function, Names names, List<PolicyStatement> statements) {
        if (function.trigger() instanceof Queued queued) {
            statements.add(
                    allow(RECEIVING, List.of(names.queueArn(queued.queue().name()))));
        }
        List<String> repaired = Variables.repairedQueues(function);
        Set<String> sentTo = new LinkedHashSet<>(function.sends());
        sentTo.addAll(repaired);
        if (!sentTo.isEmpty()) {
            statements.add(allow(
                    List.of("sqs:SendMessage"),
                    sentTo.stream().map(names::queueArn).toList()));
        }
        if (!repaired.isEmpty()) {
            statements.add(allow(
                    RECEIVING,
                    repaired.stream()
                            .map(queue -> names.queueArn(queue + Trigger.Queue.DEAD_LETTER_SUFFIX))
                            .toList()));
        }
        List<String> watched = Variables.watchedQueues(function);
        if (!watched.isEmpty()) {
            statements.add(allow(
                    List.of("sqs:GetQueueAttributes"),
                    watched.stream()
                            .flatMap(queue -> List.of(queue, queue + Trigger.Queue.DEAD_LETTER_SUFFIX).stream())
                            .map(names::queueArn)
                            .toList()));
        }
    }

    /**
     * Any of our sources, not only its own: functions share one outbox, and whoever empties it sends what the one before
     * him left.
     */
    private static PolicyStatement announce(Names names) {
        return PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .actions(List.of("events:PutEvents"))
                .resources(List.of(names.busArn()))
                .conditions(Map.of("StringLike", Map.of("events:source", "lumia.*")))
                .build();
    }

    private static void addObjects(FunctionDefinition function, DataStack.Kept kept, List<PolicyStatement> statements) {
        List<String> actions =
                switch (function.objects()) {
                    case NONE -> List.of();
                    case READ -> List.of("s3:GetObject");
                    case WRITE -> List.of("s3:GetObject", "s3:PutObject");
                };
        if (actions.isEmpty()) {
            return;
        }
        statements.add(allow(actions, List.of(Names.join(kept.bucketArn(), "/*"))));
        // Without it S3 answers 403 for an object that is not there, and nobody could tell the two apart.
        statements.add(allow(List.of("s3:ListBucket"), List.of(kept.bucketArn())));
        statements.add(useKey(
                kept,
                "s3",
                function.objects() == Access.WRITE
                        ? List.of("kms:Decrypt", "kms:GenerateDataKey")
                        : List.of("kms:Decrypt")));
    }

    private static void addSecrets(List<String> secrets, DataStack.Kept kept, List<PolicyStatement> statements) {
        if (!secrets.isEmpty()) {
            statements.add(allow(List.of("secretsmanager:GetSecretValue"), kept.secretArns(secrets)));
            statements.add(useKey(kept, "secretsmanager", List.of("kms:Decrypt")));
        }
    }

    /** Only through the service that asks on the function's behalf. */
    private static PolicyStatement useKey(DataStack.Kept kept, String service, List<String> actions) {
        return PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .actions(actions)
                .resources(List.of(kept.keyArn()))
                .conditions(Map.of(
                        "StringEquals",
                        Map.of("kms:ViaService", Names.join(service, ".", Aws.REGION, ".", Aws.URL_SUFFIX))))
                .build();
    }

    /** Lambda itself needs them to put the function into the network; the function's own code is denied them. */
    private static void addNetworkInterfaces(
            FunctionDefinition function, Names names, List<PolicyStatement> statements) {
        List<String> actions = List.of(
                "ec2:CreateNetworkInterface",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSubnets",
                "ec2:DeleteNetworkInterface",
                "ec2:AssignPrivateIpAddresses",
                "ec2:UnassignPrivateIpAddresses");
        statements.add(allow(actions, List.of("*")));
        statements.add(PolicyStatement.Builder.create()
                .effect(Effect.DENY)
                .actions(actions)
                .resources(List.of("*"))
                .conditions(Map.of("ArnEquals", Map.of("lambda:SourceFunctionArn", names.functionArn(function.name()))))
                .build());
    }
}
