package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings.ApiSettings;
import io.lumia.infra.settings.StageSettings.Plan;
import io.lumia.infra.stack.ApiRoutes.Open;
import io.lumia.platform.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.apigateway.CfnAccount;
import software.amazon.awscdk.services.apigateway.CfnApiKey;
import software.amazon.awscdk.services.apigateway.CfnDeployment;
import software.amazon.awscdk.services.apigateway.CfnRestApi;
import software.amazon.awscdk.services.apigateway.CfnStage;
import software.amazon.awscdk.services.apigateway.CfnUsagePlan;
import software.amazon.awscdk.services.apigateway.CfnUsagePlanKey;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.constructs.Construct;

/** The REST API: routes to functions, who may call, how much, and what was called. */
final class ApiStack extends Stack {

    private static final int FINGERPRINT_DIGITS = 10;

    private final Names names;
    private final ApiSettings settings;
    private final CfnRestApi api;
    private final CfnStage stage;

    ApiStack(Construct scope, String id, StackProps props, Names names, ApiSettings settings, ApiRoutes routes) {
        super(scope, id, props);
        this.names = names;
        this.settings = settings;
        this.api = CfnRestApi.Builder.create(this, "Api")
                .name(names.of("api"))
                .description("Lumia's answers over HTTP")
                .apiKeySourceType("AUTHORIZER")
                .endpointConfiguration(CfnRestApi.EndpointConfigurationProperty.builder()
                        .types(List.of("REGIONAL"))
                        .build())
                .build();
        ApiMethods methods = new ApiMethods(this, "Methods", names, settings, api, routes);
        GatewayAnswers.addTo(this, api.getRef());
        letTheApiCall(routes);
        this.stage = stage(deployment(routes, methods));
        settings.plans().forEach(this::addPlan);
        settings.firewallRequestsPerFiveMinutes()
                .ifPresent(most -> new Firewall(this, "Firewall", names, stageArn(), most).after(stage));
        CfnOutput.Builder.create(this, "Url").value(url()).build();
    }

    /** Without a slash at its end. */
    String url() {
        return Names.join(origin(), "/", names.stage());
    }

    /** Scheme and host. */
    String origin() {
        return Names.join("https://", api.getRef(), ".execute-api.", Aws.REGION, ".", Aws.URL_SUFFIX);
    }

    private void letTheApiCall(ApiRoutes routes) {
        routes.open().stream().map(Open::function).distinct().sorted().forEach(function -> permit(function, "/*"));
        permit(Names.AUTHORISER, "/authorizers/*");
    }

    private void permit(String function, String what) {
        CfnPermission.Builder.create(this, "Call" + Names.id(function))
                .action("lambda:InvokeFunction")
                .functionName(names.functionArn(function))
                .principal("apigateway.amazonaws.com")
                .sourceArn(Names.arn("execute-api", Names.join(api.getRef(), what)))
                .build();
    }

    /** API Gateway serves a copy; a new one is made whenever what it copies differs. */
    private CfnDeployment deployment(ApiRoutes routes, ApiMethods methods) {
        String fingerprint = Sha256.hexOf(
                        (routes + settings.toString() + GatewayAnswers.fingerprint()).getBytes(StandardCharsets.UTF_8))
                .substring(0, FINGERPRINT_DIGITS);
        CfnDeployment deployment = CfnDeployment.Builder.create(this, "Deployment" + fingerprint)
                .restApiId(api.getRef())
                .description("Routes " + fingerprint)
                .build();
        deployment.getNode().addDependency(methods);
        return deployment;
    }

    private CfnStage stage(CfnDeployment deployment) {
        CfnLogGroup log = CfnLogGroup.Builder.create(this, "Requests")
                .logGroupName("/lumia/%s/requests".formatted(names.stage()))
                .retentionInDays(settings.logDays())
                .build();
        CfnStage made = CfnStage.Builder.create(this, "Stage")
                .restApiId(api.getRef())
                .deploymentId(deployment.getRef())
                .stageName(names.stage())
                .accessLogSetting(CfnStage.AccessLogSettingProperty.builder()
                        .destinationArn(log.getAttrArn())
                        .format(accessLogLine())
                        .build())
                .methodSettings(List.of(CfnStage.MethodSettingProperty.builder()
                        .resourcePath("/*")
                        .httpMethod("*")
                        .throttlingRateLimit(settings.requestsPerSecond())
                        .throttlingBurstLimit(settings.burst())
                        .loggingLevel("ERROR")
                        .dataTraceEnabled(false)
                        .metricsEnabled(false)
                        .build()))
                .build();
        made.addResourceDependency(mayWriteLogs());
        if (settings.firewallRequestsPerFiveMinutes().isEmpty()) {
            Explained.finding(made, "APIG3", "The firewall is an option of the stage's settings, billed by the month.");
        }
        return made;
    }

    /** One line of JSON a request: neither credentials nor bodies, queries or user names. */
    private static String accessLogLine() {
        return List.of(
                        "requestId",
                        "requestTime",
                        "httpMethod",
                        "resourcePath",
                        "status",
                        "responseLength",
                        "responseLatency",
                        "integrationLatency",
                        "identity.sourceIp",
                        "identity.userAgent")
                .stream()
                .map(field -> "\"%s\":\"$context.%s\"".formatted(field.replace("identity.", ""), field))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A setting of the whole account and region: every stage there sets it, and none takes it from the others when it goes. */
    private CfnAccount mayWriteLogs() {
        Role role = Role.Builder.create(this, "LogRole")
                .assumedBy(new ServicePrincipal("apigateway.amazonaws.com"))
                .managedPolicies(List.of(
                        ManagedPolicy.fromAwsManagedPolicyName("service-role/AmazonAPIGatewayPushToCloudWatchLogs")))
                .build();
        Explained.finding(role, "IAM4", "AWS's own policy for exactly this role, of an account-wide setting.");
        role.applyRemovalPolicy(RemovalPolicy.RETAIN);
        CfnAccount account = CfnAccount.Builder.create(this, "Account")
                .cloudWatchRoleArn(role.getRoleArn())
                .build();
        account.applyRemovalPolicy(RemovalPolicy.RETAIN);
        return account;
    }

    private void addPlan(Plan plan) {
        CfnUsagePlan made = CfnUsagePlan.Builder.create(this, "Plan" + Names.id(plan.name()))
                .usagePlanName(names.of(plan.name()))
                .description("Outer bounds; the exact quotas are the authoriser's")
                .throttle(CfnUsagePlan.ThrottleSettingsProperty.builder()
                        .rateLimit(plan.requestsPerSecond())
                        .burstLimit(plan.burst())
                        .build())
                .quota(CfnUsagePlan.QuotaSettingsProperty.builder()
                        .limit(plan.requestsPerDay())
                        .period("DAY")
                        .build())
                .apiStages(List.of(CfnUsagePlan.ApiStageProperty.builder()
                        .apiId(api.getRef())
                        .stage(stage.getRef())
                        .build()))
                .build();
        CfnApiKey key = CfnApiKey.Builder.create(this, "Key" + Names.id(plan.name()))
                .name(names.of(plan.name()))
                .description("For callers of the plan that have no key of their own")
                .enabled(true)
                .build();
        CfnUsagePlanKey.Builder.create(this, "PlanKey" + Names.id(plan.name()))
                .usagePlanId(made.getRef())
                .keyId(key.getRef())
                .keyType("API_KEY")
                .build();
    }

    private String stageArn() {
        return Names.join(
                "arn:",
                Aws.PARTITION,
                ":apigateway:",
                Aws.REGION,
                "::/restapis/",
                api.getRef(),
                "/stages/",
                names.stage());
    }
}
