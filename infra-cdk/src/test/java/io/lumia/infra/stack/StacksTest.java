package io.lumia.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.lumia.infra.stack.Templates.Resource;
import io.lumia.platform.lambda.Access;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger.Queued;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;

/** What must be true of every stage, shown on the templates of this repository's functions. */
class StacksTest {

    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String QUEUE = "AWS::SQS::Queue";

    private final Templates dev = Templates.ofRepository("dev");
    private final Templates lean = Templates.ofSamples("lean");
    private final Templates full = Templates.ofSamples("full");

    @Test
    void everyFolderIsOneFunctionWithItsRoleItsLogAndAnAlarm() throws IOException {
        List<String> folders = folders();

        assertThat(dev.ofType(FUNCTION)).hasSize(folders.size());
        for (String folder : folders) {
            Resource function = dev.only(FUNCTION, "/FunctionName", "lumia-dev-" + folder);
            Resource role = dev.only("AWS::IAM::Role", "/RoleName", "lumia-dev-" + folder);
            assertThat(function.property("/Role/Fn::GetAtt/0").asText()).isEqualTo(role.id());
            assertThat(dev.only("AWS::Logs::LogGroup", "/LogGroupName", "/aws/lambda/lumia-dev-" + folder)
                            .property("/RetentionInDays")
                            .asInt())
                    .isEqualTo(14);
            assertThat(dev.only("AWS::CloudWatch::Alarm", "/AlarmName", "lumia-dev-" + folder + "-errors")
                            .property("/AlarmActions"))
                    .isNotEmpty();
        }
    }

    @Test
    void functionsAreWhatTheirFilesSay() {
        for (FunctionDefinition definition : dev.functions()) {
            Resource function = dev.only(FUNCTION, "/FunctionName", "lumia-dev-" + definition.name());

            assertThat(function.property("/Handler").asText()).isEqualTo(definition.handler());
            assertThat(function.property("/MemorySize").asInt()).isEqualTo(definition.memoryMegabytes());
            assertThat(function.property("/Timeout").asInt()).isEqualTo(definition.timeoutSeconds());
            assertThat(function.property("/ReservedConcurrentExecutions").asInt(-1))
                    .isEqualTo(definition.reservedConcurrency().orElse(-1));
            assertThat(function.property("/Architectures/0").asText()).isEqualTo("arm64");
            definition.environment().forEach((name, value) -> assertThat(
                            function.property("/Environment/Variables/" + name).asText())
                    .isEqualTo(value));
        }
    }

    @Test
    void functionsAreNativeUnlessTheStageSaysOtherwise() {
        for (Resource function : dev.ofType(FUNCTION)) {
            String name = function.property("/FunctionName").asText();
            boolean onJvm = Set.of("lumia-dev-score-sentiment", "lumia-dev-sentiment-api")
                    .contains(name);

            assertThat(function.property("/Runtime").asText()).isEqualTo(onJvm ? "java25" : "provided.al2023");
        }
    }

    @Test
    void everyQueueHasADeadLetterQueueThatIsWatched() {
        List<Resource> queues = dev.ofType(QUEUE);

        for (Resource queue : queues) {
            String name = queue.property("/QueueName").asText();
            if (!isDeadLetterQueue(name)) {
                JsonNode target = queue.property("/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0");
                Resource dead = queues.stream()
                        .filter(other -> other.id().equals(target.asText()))
                        .findFirst()
                        .orElseThrow();
                assertThat(dead.property("/QueueName").asText()).isEqualTo(name + "-dead");
            } else {
                assertThat(alarmsOn("QueueName", name)).isNotEmpty();
            }
        }
        assertThat(queues).hasSize(2 * queued(dev).size() + 1);
    }

    @Test
    void queuesAreReadAsTheirFilesSayAndOnlyFailuresComeBack() {
        for (FunctionDefinition definition : queued(dev)) {
            Queued trigger = (Queued) definition.trigger();
            Resource function = dev.only(FUNCTION, "/FunctionName", "lumia-dev-" + definition.name());
            Resource mapping = dev.only("AWS::Lambda::EventSourceMapping", "/FunctionName/Ref", function.id());
            Resource queue =
                    dev.only(QUEUE, "/QueueName", "lumia-dev-" + trigger.queue().name());

            assertThat(mapping.property("/BatchSize").asInt())
                    .isEqualTo(trigger.queue().batchSize());
            assertThat(mapping.property("/FunctionResponseTypes/0").asText()).isEqualTo("ReportBatchItemFailures");
            assertThat(queue.property("/VisibilityTimeout").asInt())
                    .isEqualTo(trigger.queue().visibilityTimeoutSeconds());
            assertThat(queue.property("/RedrivePolicy/maxReceiveCount").asInt())
                    .isEqualTo(trigger.queue().maxReceiveCount());
        }
    }

    @Test
    void everyEventThatIsSubscribedToHasARuleWithDeadLetters() {
        List<String> rules = dev.functions().stream()
                .flatMap(definition -> definition.subscribes().stream())
                .map(FunctionDefinition.Subscription::rule)
                .toList();

        assertThat(dev.ofType("AWS::Events::Rule").stream()
                        .map(rule -> rule.property("/Name").asText()))
                .containsExactlyInAnyOrderElementsOf(rules);
        assertThat(dev.ofType("AWS::Events::Rule"))
                .allSatisfy(rule -> assertThat(rule.property("/Targets/0/DeadLetterConfig/Arn"))
                        .isNotEmpty());
        assertThat(dev.ofType("AWS::Events::Archive")).hasSize(1);
    }

    @Test
    void schedulesOfFilesAreThereAndTheStageMayMoveThem() {
        List<String> named = dev.functions().stream()
                .flatMap(definition -> definition.trigger().schedules().stream())
                .map(schedule -> schedule.name())
                .toList();

        assertThat(dev.ofType("AWS::Scheduler::Schedule").stream()
                        .map(tick -> tick.property("/Name").asText()))
                .containsExactlyInAnyOrderElementsOf(named);
        assertThat(lean.only("AWS::Scheduler::Schedule", "/Name", "check-canaries")
                        .property("/ScheduleExpression")
                        .asText())
                .isEqualTo("cron(30 12 * * ? *)");
        assertThat(full.only("AWS::Scheduler::Schedule", "/Name", "check-canaries")
                        .property("/ScheduleExpression")
                        .asText())
                .isEqualTo("cron(0 11 * * ? *)");
    }

    @Test
    void aTickIsTheInputThatTheFileWrites() {
        Resource tick = lean.only("AWS::Scheduler::Schedule", "/Name", "check-canaries");

        assertThat(tick.property("/Target/Input").asText())
                .isEqualTo("{\"check_canaries\":true,\"scheduled_for\":\"<aws.scheduler.scheduled-time>\"}");
        assertThat(tick.property("/ScheduleExpressionTimezone").asText()).isEqualTo("America/New_York");
    }

    @Test
    void thereIsNoNatGatewayUnlessAskedFor() {
        assertThat(dev.ofType("AWS::EC2::NatGateway")).isEmpty();
        assertThat(dev.ofType("AWS::EC2::EgressOnlyInternetGateway")).hasSize(1);
        assertThat(dev.ofType("AWS::EC2::VPCEndpoint")).hasSize(1);
        assertThat(full.ofType("AWS::EC2::NatGateway")).hasSize(1);
        assertThat(full.ofType("AWS::EC2::VPCEndpoint")).hasSize(6);
    }

    @Test
    void theDatabaseIsAloneEncryptedBackedUpAndReachedByIamOverTls() {
        Resource cluster = dev.ofType("AWS::RDS::DBCluster").getFirst();

        assertThat(cluster.stack()).isEqualTo("database");
        assertThat(cluster.property("/EnableIAMDatabaseAuthentication").asBoolean())
                .isTrue();
        assertThat(cluster.property("/StorageEncrypted").asBoolean()).isTrue();
        assertThat(cluster.property("/DeletionProtection").asBoolean()).isTrue();
        assertThat(cluster.property("/BackupRetentionPeriod").asInt()).isEqualTo(14);
        assertThat(cluster.property("/ServerlessV2ScalingConfiguration/MinCapacity")
                        .asDouble(-1))
                .isZero();
        assertThat(cluster.property("/MasterUserPassword").isMissingNode()).isTrue();
        assertThat(cluster.node().path("DeletionPolicy").asText()).isEqualTo("Snapshot");
        assertThat(dev.ofType("AWS::RDS::DBClusterParameterGroup")
                        .getFirst()
                        .property("/Parameters/rds.force_ssl")
                        .asText())
                .isEqualTo("1");
        assertThat(dev.byStack().get("database").path("Resources").properties())
                .allSatisfy(resource ->
                        assertThat(resource.getValue().path("Type").asText()).matches("AWS::(RDS|Logs)::.*"));
    }

    @Test
    void theKeyOutlivesItsStackSinceSnapshotsNeedIt() {
        assertThat(dev.ofType("AWS::KMS::Key"))
                .allSatisfy(key ->
                        assertThat(key.node().path("DeletionPolicy").asText()).isEqualTo("Retain"));
    }

    @Test
    void nothingButFunctionsReachesTheDatabase() {
        assertThat(dev.ofType("AWS::RDS::DBInstance")).allSatisfy(instance -> assertThat(
                        instance.property("/PubliclyAccessible").asBoolean(true))
                .isFalse());
        assertThat(dev.ofType("AWS::EC2::SecurityGroupIngress")).singleElement().satisfies(rule -> {
            assertThat(rule.property("/FromPort").asInt()).isEqualTo(5432);
            assertThat(rule.property("/SourceSecurityGroupId")).isNotEmpty();
        });
    }

    @Test
    void onlyFunctionsThatSeeTheDatabaseAreInTheNetwork() {
        for (FunctionDefinition definition : dev.functions()) {
            boolean inside = !dev.only(FUNCTION, "/FunctionName", "lumia-dev-" + definition.name())
                    .property("/VpcConfig")
                    .isMissingNode();

            assertThat(inside).as(definition.name()).isEqualTo(definition.database() != Access.NONE);
        }
    }

    @Test
    void bucketsAreEncryptedAndClosedToThePublic() {
        assertThat(Stream.of(dev, full).flatMap(templates -> templates.ofType("AWS::S3::Bucket").stream()))
                .allSatisfy(bucket -> {
                    assertThat(bucket.property("/BucketEncryption")).isNotEmpty();
                    for (String block : List.of(
                            "BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")) {
                        assertThat(bucket.property("/PublicAccessBlockConfiguration/" + block)
                                        .asBoolean())
                                .isTrue();
                    }
                });
    }

    @Test
    void nothingIsPublicButSiteAndApi() {
        Set<String> reachable = Set.of("AWS::ApiGateway::RestApi", "AWS::CloudFront::Distribution");

        assertThat(Stream.of(dev, lean).flatMap(templates -> templates.all().stream()))
                .filteredOn(StacksTest::isReachableFromOutside)
                .allSatisfy(resource -> assertThat(reachable).contains(resource.type()))
                .isNotEmpty();
        assertThat(lean.ofType("AWS::Lambda::Url")).isEmpty();
    }

    @Test
    void policiesOfResourcesLetNobodyInWithoutACondition() {
        for (Templates templates : List.of(dev, lean, full)) {
            for (Resource resource : templates.all()) {
                JsonNode statements = resource.property("/PolicyDocument/Statement");
                statements.forEach(statement -> {
                    boolean anybody = statement.path("Principal").toString().contains("\"*\"")
                            && statement.path("Effect").asText().equals("Allow");
                    assertThat(anybody && statement.path("Condition").isMissingNode())
                            .as(resource.id())
                            .isFalse();
                });
            }
        }
    }

    @Test
    void everyWildcardResourceIsExplained() {
        for (Templates templates : List.of(dev, lean, full)) {
            for (Resource role : templates.ofType("AWS::IAM::Role")) {
                boolean wild = Templates.statements(role)
                        .flatMap(statement -> texts(statement.path("Resource")))
                        .anyMatch(text -> text.contains("*"));
                String reasons = role.node().at("/Metadata/cdk_nag").toString();

                assertThat(!wild || reasons.contains("AwsSolutions-IAM5"))
                        .as(role.id())
                        .isTrue();
            }
        }
    }

    @Test
    void onlyNetworkInterfacesAreAllowedOnEveryResource() {
        for (Resource role : dev.ofType("AWS::IAM::Role")) {
            Templates.statements(role)
                    .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                    .filter(statement -> statement.path("Resource").asText().equals("*"))
                    .flatMap(statement -> texts(statement.path("Action")))
                    .forEach(action -> assertThat(action).startsWith("ec2:"));
        }
    }

    @Test
    void nagFindsNothingThatNobodyExplained() {
        assertThat(dev.findings()).isEmpty();
        assertThat(lean.findings()).isEmpty();
        assertThat(full.findings()).isEmpty();
    }

    @Test
    void nagWouldFindABucketThatAnybodyMayTalkToInTheClear() {
        App app = new App(AppProps.builder()
                .outdir(Templates.MODULE.resolve("target/synthesised/nag").toString())
                .build());
        new Bucket(new Stack(app, "open"), "Open");
        Aspects.of(app).add(new AwsSolutionsChecks());

        List<String> findings = Templates.findings(Path.of(app.synth().getDirectory()));

        assertThat(findings).anyMatch(finding -> finding.contains("AwsSolutions-S10"));
    }

    @Test
    void everyAcceptedFindingHasAReasonInWords() {
        for (Templates templates : List.of(dev, lean, full)) {
            for (Resource resource : templates.all()) {
                resource.node().at("/Metadata/cdk_nag/rules_to_suppress").forEach(rule -> assertThat(
                                rule.path("reason").asText())
                        .as(resource.id())
                        .hasSizeGreaterThan(20));
            }
        }
    }

    @Test
    void noResourceRunsCodeOfTheCdkDuringADeployment() {
        for (Templates templates : List.of(dev, lean, full)) {
            assertThat(templates.all())
                    .noneMatch(resource -> resource.type().startsWith("Custom::")
                            || resource.type().equals("AWS::CloudFormation::CustomResource"));
        }
    }

    @Test
    void onlyAccountAndRegionAreSubstituted() {
        assertThat(dev.all())
                .flatExtracting(resource -> resource.node().findValuesAsText("Fn::Sub"))
                .allSatisfy(text -> assertThat(text.replaceAll("\\$\\{AWS::(AccountId|Region)}", ""))
                        .doesNotContain("${"));
    }

    @Test
    void noStackNamesAnAccountOrARegion() {
        for (JsonNode template : dev.byStack().values()) {
            assertThat(template.toString())
                    .doesNotContainPattern("(us|eu|ap|sa|ca|me|af)-(north|south|east|west|central)[a-z]*-\\d");
        }
    }

    @Test
    void noStackComesNearTheLimitOfResources() {
        dev.byStack()
                .forEach((stack, template) ->
                        assertThat(template.path("Resources").size()).as(stack).isLessThan(450));
    }

    @Test
    void silenceAboutTheDatasAgeWakesSomebodyAsWellAsItsAge() {
        Resource alarm = dev.only("AWS::CloudWatch::Alarm", "/AlarmName", "lumia-dev-data-age");

        assertThat(alarm.property("/Namespace").asText()).isEqualTo("Lumia/dev");
        assertThat(alarm.property("/MetricName").asText()).isEqualTo("data_late_hours");
        assertThat(alarm.property("/Dimensions")).isEmpty();
        assertThat(alarm.property("/Threshold").asInt()).isEqualTo(12);
        assertThat(alarm.property("/TreatMissingData").asText()).isEqualTo("breaching");
    }

    @Test
    void aRunThatBroughtTooLittleWakesSomebodyAndDaysWithoutRunsDoNot() {
        Resource alarm = dev.only("AWS::CloudWatch::Alarm", "/AlarmName", "lumia-dev-completeness");

        assertThat(alarm.property("/ComparisonOperator").asText()).isEqualTo("LessThanThreshold");
        assertThat(alarm.property("/Statistic").asText()).isEqualTo("Minimum");
        assertThat(alarm.property("/Threshold").asDouble()).isEqualTo(0.99);
        assertThat(alarm.property("/TreatMissingData").asText()).isEqualTo("notBreaching");
    }

    @Test
    void everyPromiseHasAnAlarm() {
        List<String> names = dev.ofType("AWS::CloudWatch::Alarm").stream()
                .map(alarm -> alarm.property("/AlarmName").asText())
                .toList();

        assertThat(names)
                .contains(
                        "lumia-dev-api-slow",
                        "lumia-dev-api-errors",
                        "lumia-dev-data-age",
                        "lumia-dev-completeness",
                        "lumia-dev-load-dead-letters");
        assertThat(dev.ofType("AWS::Budgets::Budget")).hasSize(1);
    }

    private static boolean isReachableFromOutside(Resource resource) {
        return switch (resource.type()) {
            case "AWS::ApiGateway::RestApi",
                    "AWS::ApiGatewayV2::Api",
                    "AWS::CloudFront::Distribution",
                    "AWS::Lambda::Url",
                    "AWS::EC2::InternetGateway",
                    "AWS::ElasticLoadBalancingV2::LoadBalancer" -> true;
            default -> false;
        };
    }

    private List<Resource> alarmsOn(String dimension, String value) {
        return dev.ofType("AWS::CloudWatch::Alarm", alarm -> StreamSupport.stream(
                        alarm.property("/Dimensions").spliterator(), false)
                .anyMatch(one -> one.path("Name").asText().equals(dimension)
                        && one.path("Value").asText().equals(value)));
    }

    private static boolean isDeadLetterQueue(String name) {
        return name.endsWith("-dead") || name.endsWith(Names.FAILED_TICKS);
    }

    private static List<FunctionDefinition> queued(Templates templates) {
        return templates.functions().stream()
                .filter(definition -> definition.trigger() instanceof Queued)
                .toList();
    }

    private static Stream<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return Stream.of(node.asText());
        }
        return StreamSupport.stream(node.spliterator(), false).flatMap(StacksTest::texts);
    }

    private static List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(Templates.FUNCTIONS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("function.json")))
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }
}
