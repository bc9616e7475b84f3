package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings;
import io.lumia.infra.settings.StageSettings.Architecture;
import io.lumia.infra.settings.StageSettings.FunctionOverride;
import io.lumia.infra.settings.StageSettings.FunctionRuntime;
import io.lumia.infra.settings.StageSettings.FunctionsSettings;
import io.lumia.platform.lambda.Access;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/** One folder of {@code functions/}: the function, its role, its log, and the mapping from its queue. */
final class FunctionUnit extends Construct {

    private static final String NATIVE_RUNTIME = "provided.al2023";
    private static final String JVM_RUNTIME = "java25";

    /** Lambda's own bounds of how many batches of a queue are worked on at once. */
    private static final int LEAST_CONCURRENT_BATCHES = 2;

    private static final int TICK_AGE_SECONDS = 3600;
    private static final int TEMPORARY_MEGABYTES = 512;
    private static final int TEMPORARY_MEGABYTES_ON_JVM = 1024;

    private final CfnFunction function;

    FunctionUnit(Construct scope, String id, FunctionDefinition definition, Surroundings around) {
        super(scope, id);
        CfnLogGroup log = CfnLogGroup.Builder.create(this, "Log")
                .logGroupName(around.names().logGroup(definition.name()))
                .retentionInDays(around.settings().functions().logDays())
                .build();
        this.function = function(definition, around, role(definition, around));
        function.addResourceDependency(log);
        if (definition.trigger() instanceof Trigger.Scheduled) {
            keepFailedTicks(around.names());
        }
    }

    CfnFunction function() {
        return function;
    }

    /** Messages come from here, with only those reported back that failed. */
    void receiveFrom(QueueUnit queue, FunctionDefinition definition, Trigger.Queue settings) {
        CfnEventSourceMapping.Builder mapping = CfnEventSourceMapping.Builder.create(this, "Messages")
                .eventSourceArn(queue.arn())
                .functionName(function.getRef())
                .batchSize(settings.batchSize())
                .maximumBatchingWindowInSeconds(settings.maxBatchingWindowSeconds())
                .functionResponseTypes(List.of("ReportBatchItemFailures"));
        definition
                .reservedConcurrency()
                .ifPresent(most -> mapping.scalingConfig(CfnEventSourceMapping.ScalingConfigProperty.builder()
                        .maximumConcurrency(Math.max(LEAST_CONCURRENT_BATCHES, most))
                        .build()));
        mapping.build();
    }

    /** A call by the clock that fails is tried once more and then kept for a person. */
    private void keepFailedTicks(Names names) {
        CfnEventInvokeConfig.Builder.create(this, "Ticks")
                .functionName(function.getRef())
                .qualifier("$LATEST")
                .maximumRetryAttempts(1)
                .maximumEventAgeInSeconds(TICK_AGE_SECONDS)
                .destinationConfig(CfnEventInvokeConfig.DestinationConfigProperty.builder()
                        .onFailure(CfnEventInvokeConfig.OnFailureProperty.builder()
                                .destination(names.queueArn(Names.FAILED_TICKS))
                                .build())
                        .build())
                .build();
    }

    private Role role(FunctionDefinition definition, Surroundings around) {
        Role role = Role.Builder.create(this, "Role")
                .roleName(around.names().of(definition.name()))
                .description("What function %s may do".formatted(definition.name()))
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .inlinePolicies(Map.of(
                        "named-in-function-json",
                        PolicyDocument.Builder.create()
                                .statements(Permissions.of(definition, around))
                                .build()))
                .build();
        Explained.finding(role, "IAM5", explanation(definition, around.settings()));
        return role;
    }

    /** Of every wildcard that {@link Permissions} writes. */
    private static String explanation(FunctionDefinition definition, StageSettings settings) {
        List<String> reasons = new ArrayList<>();
        reasons.add("log streams of its own log group have names that Lambda makes");
        if (definition.objects() != Access.NONE) {
            reasons.add("raw answers are objects of any key in the one bucket named");
        }
        if (definition.database() != Access.NONE) {
            reasons.add(
                    "EC2 takes no resource for network interfaces that Lambda makes, and the function's code is denied"
                            + " them");
        }
        if (KeptSchedules.areKeptBy(definition)) {
            reasons.add(
                    "schedules that people make have any name in the stage's own group, and listing takes no group");
        }
        if (MirroredKeys.areMirroredBy(definition, settings)) {
            reasons.add("the gateway's keys have ids that it makes, and policies cannot tell ours from others by name");
        }
        return String.join("; ", reasons) + ".";
    }

    private CfnFunction function(FunctionDefinition definition, Surroundings around, Role role) {
        FunctionsSettings settings = around.settings().functions();
        FunctionOverride override = settings.of(definition.name());
        Asset zip = Asset.Builder.create(this, "Code")
                .path(around.code().zip(definition.name(), override.runtime()).toString())
                .build();
        CfnFunction.Builder builder = CfnFunction.Builder.create(this, "Function")
                .functionName(around.names().of(definition.name()))
                .description(shortened(definition.description()))
                .role(role.getRoleArn())
                .code(CfnFunction.CodeProperty.builder()
                        .s3Bucket(zip.getS3BucketName())
                        .s3Key(zip.getS3ObjectKey())
                        .build())
                .runtime(isNative(override) ? NATIVE_RUNTIME : JVM_RUNTIME)
                .handler(definition.handler())
                .architectures(List.of(settings.architecture() == Architecture.ARM64 ? "arm64" : "x86_64"))
                .memorySize(override.memoryMegabytes().orElse(definition.memoryMegabytes()))
                .timeout(definition.timeoutSeconds())
                .ephemeralStorage(CfnFunction.EphemeralStorageProperty.builder()
                        .size(isNative(override) ? TEMPORARY_MEGABYTES : TEMPORARY_MEGABYTES_ON_JVM)
                        .build())
                .tracingConfig(CfnFunction.TracingConfigProperty.builder()
                        .mode("PassThrough")
                        .build())
                .environment(CfnFunction.EnvironmentProperty.builder()
                        .variables(Variables.of(definition, around, Stack.of(this)))
                        .build());
        if (settings.reservedConcurrency() && definition.reservedConcurrency().isPresent()) {
            builder.reservedConcurrentExecutions(
                    definition.reservedConcurrency().getAsInt());
        }
        if (definition.database() != Access.NONE) {
            around.network()
                    .ifPresent(network -> builder.vpcConfig(CfnFunction.VpcConfigProperty.builder()
                            .subnetIds(network.subnetIds())
                            .securityGroupIds(List.of(network.securityGroupId()))
                            .ipv6AllowedForDualStack(network.dualStack())
                            .build()));
        }
        return builder.build();
    }

    private static boolean isNative(FunctionOverride override) {
        return override.runtime() == FunctionRuntime.NATIVE;
    }

    /** As long as Lambda takes. */
    private static String shortened(String description) {
        return description.length() <= 256 ? description : description.substring(0, 255) + "…";
    }
}
