package io.lumia.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.infra.stack.Templates.Resource;
import io.lumia.platform.lambda.Access;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger.Queued;
import io.lumia.platform.lambda.Trigger.Scheduled;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A role may do what its function's file names, and the other way round. */
class PermissionsTest {

    private final Templates dev = Templates.ofRepository("dev");
    private final Templates lean = Templates.ofSamples("lean");

    @Test
    void aRoleMayDoExactlyWhatItsFileNames() {
        for (Templates templates :
                new Templates[] {dev, lean, Templates.ofSamples("full"), Templates.ofRepositoryOnSample("full")}) {
            for (FunctionDefinition definition : templates.functions()) {
                assertThat(actions(role(templates, definition)))
                        .as(definition.name())
                        .isEqualTo(named(definition, templates));
            }
        }
    }

    @Test
    void aFunctionSendsOnlyToTheQueuesThatItNames() {
        assertThat(resources(lean, "collect", "sqs:SendMessage"))
                .contains("lumia-lean-load")
                .doesNotContain("dead");
        assertThat(resources(lean, "collect", "sqs:ReceiveMessage")).contains("lumia-lean-collect");
        assertThat(resources(lean, "market-api", "sqs:GetQueueAttributes"))
                .contains("lumia-lean-collect", "lumia-lean-collect-dead", "lumia-lean-load-dead");
    }

    @Test
    void aFunctionReadsOnlyTheSecretsThatItNames() {
        String keys = lean.only("AWS::SecretsManager::Secret", "/Name", "lumia/lean/providers-keys")
                .id();
        String signing = lean.only("AWS::SecretsManager::Secret", "/Name", "lumia/lean/signing-keys")
                .id();

        assertThat(resources(lean, "collect", "secretsmanager:GetSecretValue"))
                .contains(keys)
                .doesNotContain(signing);
        assertThat(resources(lean, "authorize", "secretsmanager:GetSecretValue"))
                .contains(signing);
        assertThat(variables(lean, "collect").path("LUMIA_SECRETS_PROVIDERS_KEYS"))
                .isNotEmpty();
    }

    @Test
    void readersWritersAndTheOwnerSignInAsThreeUsers() {
        assertThat(resources(lean, "market-api", "rds-db:connect")).contains("lumia_read");
        assertThat(resources(lean, "load", "rds-db:connect")).contains("lumia_write");
        assertThat(resources(lean, "migrate-database", "rds-db:connect")).contains("lumia_owner");
        assertThat(variables(lean, "market-api")
                        .path("DATASOURCES_DEFAULT_USERNAME")
                        .asText())
                .isEqualTo("lumia_read");
        assertThat(variables(lean, "market-api")
                        .path("DATASOURCES_DEFAULT_PASSWORD")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void aConnectionToTheDatabaseIsEncryptedAndNeverHangs() {
        assertThat(variables(lean, "load").path("DATASOURCES_DEFAULT_URL").toString())
                .contains(
                        "socketTimeout=60",
                        "tcpKeepAlive=true",
                        "sslmode=verify-full&sslfactory=io.lumia.platform.database.tls.RdsRoots&sslfactoryarg=",
                        "AWS::Region");
        assertThat(variables(lean, "load")
                        .path("DATASOURCES_DEFAULT_MAXIMUM_POOL_SIZE")
                        .asText())
                .isEqualTo("1");
        assertThat(variables(lean, "migrate-database")
                        .path("DATASOURCES_DEFAULT_MAXIMUM_POOL_SIZE")
                        .asText())
                .isEqualTo("2");
    }

    @Test
    void theCodeInsideTheNetworkMayNotTouchTheNetwork() {
        JsonNode denial = Templates.statements(role(lean, "load"))
                .filter(statement -> statement.path("Effect").asText().equals("Deny"))
                .findFirst()
                .orElseThrow();

        assertThat(denial.at("/Condition/ArnEquals/lambda:SourceFunctionArn").toString())
                .contains("lumia-lean-load");
        assertThat(role(lean, "score-sentiment").properties().toString()).doesNotContain("ec2:");
    }

    @Test
    void functionsAreToldWhereTheirQueuesBusAndObjectsAre() {
        assertThat(variables(lean, "collect").path("LUMIA_QUEUES_LOAD").toString())
                .contains("lumia-lean-load");
        assertThat(variables(lean, "load").path("LUMIA_EVENTS_BUS_NAME").asText())
                .isEqualTo("lumia-lean");
        assertThat(variables(lean, "collect").path("LUMIA_OBJECTS_LOCATION").toString())
                .contains("s3://");
        assertThat(variables(lean, "collect").path("LUMIA_EVENTS_BUS_NAME").isMissingNode())
                .isTrue();
        assertThat(variables(lean, "load").path("AWS_USE_DUALSTACK_ENDPOINT").asText())
                .isEqualTo("true");
    }

    @Test
    void whoKeepsSchedulesMayPassOnlyTheSchedulersRole() {
        assertThat(resources(lean, "collection-api", "iam:PassRole")).contains("lumia-lean-scheduler");
        assertThat(resources(lean, "collection-api", "scheduler:CreateSchedule"))
                .contains("schedule/lumia-lean/*");
        assertThat(variables(lean, "collection-api")
                        .path("LUMIA_SCHEDULES_GROUP")
                        .asText())
                .isEqualTo("lumia-lean");
    }

    @Test
    void whoMakesPartnersKeysMakesThemKnownToTheGatewayWhereItHasPlans() {
        Templates full = Templates.ofSamples("full");

        assertThat(resources(full, "account-api", "apigateway:DELETE")).contains("::/apikeys/*");
        assertThat(resources(full, "account-api", "apigateway:POST")).contains("::/apikeys", "::/usageplans/*/keys");
        assertThat(full.only("AWS::Lambda::Function", "/FunctionName", "lumia-full-account-api")
                        .property("/Environment/Variables/LUMIA_GATEWAY_KEYS_PREFIX")
                        .asText())
                .isEqualTo("lumia-full-");
        assertThat(variables(lean, "account-api")
                        .path("LUMIA_GATEWAY_KEYS_PREFIX")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void whoTellsPeopleOfTheirAccountsMaySendMailsFromOneAddress() {
        Templates full = Templates.ofSamples("full");
        JsonNode sending = Templates.statements(role(full, "account-api"))
                .filter(statement -> actions(statement).anyMatch("ses:SendEmail"::equals))
                .findFirst()
                .orElseThrow();

        assertThat(sending.path("Resource").toString()).endsWith(":identity/lumia.example.com\"]]}");
        assertThat(sending.at("/Condition/StringEquals/ses:FromAddress").asText())
                .isEqualTo("no-reply@lumia.example.com");
        assertThat(variables(lean, "account-api")
                        .path("LUMIA_ACCOUNTS_MAIL_SENDER")
                        .asText())
                .isEqualTo("none");
    }

    /** Where the schedule comes once an hour, partners would wait as long for what they are to hear at once. */
    @Test
    void whoMakesMessagesForPartnersMayWakeTheirDelivery() {
        for (String function :
                Set.of("account-api", "authorize", "compute-signals", "deliver-webhooks", "grade-recommendations")) {
            assertThat(resources(dev, function, "sqs:SendMessage"))
                    .as(function)
                    .contains(":lumia-dev-deliver-webhooks\"");
            assertThat(dev.only("AWS::Lambda::Function", "/FunctionName", "lumia-dev-" + function)
                            .property("/Environment/Variables/LUMIA_QUEUES_DELIVER_WEBHOOKS")
                            .toString())
                    .as(function)
                    .contains("/lumia-dev-deliver-webhooks");
        }
    }

    @Test
    void theKeysOfProvidersBeginAsNone() {
        assertThat(lean.only("AWS::SecretsManager::Secret", "/Name", "lumia/lean/providers-keys")
                        .property("/SecretString")
                        .asText())
                .isEqualTo("{}");
    }

    private static Set<String> named(FunctionDefinition definition, Templates templates) {
        Set<String> actions = new TreeSet<>(Set.of("logs:CreateLogStream", "logs:PutLogEvents"));
        if (definition.trigger() instanceof Queued
                || definition.environment().containsKey("LUMIA_COLLECTION_DEAD_LETTER_QUEUES")) {
            actions.addAll(Set.of(
                    "sqs:ReceiveMessage",
                    "sqs:DeleteMessage",
                    "sqs:ChangeMessageVisibility",
                    "sqs:GetQueueAttributes"));
        }
        if (definition.trigger() instanceof Scheduled || !definition.sends().isEmpty()) {
            actions.add("sqs:SendMessage");
        }
        if (definition.environment().containsKey("LUMIA_HEALTH_QUEUES")) {
            actions.add("sqs:GetQueueAttributes");
        }
        if (!definition.emits().isEmpty()) {
            actions.add("events:PutEvents");
        }
        if (definition.objects() != Access.NONE) {
            actions.addAll(Set.of("s3:GetObject", "s3:ListBucket", "kms:Decrypt"));
        }
        if (definition.objects() == Access.WRITE) {
            actions.addAll(Set.of("s3:PutObject", "kms:GenerateDataKey"));
        }
        if (definition.database() != Access.NONE) {
            actions.addAll(Set.of(
                    "rds-db:connect",
                    "ec2:CreateNetworkInterface",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeSubnets",
                    "ec2:DeleteNetworkInterface",
                    "ec2:AssignPrivateIpAddresses",
                    "ec2:UnassignPrivateIpAddresses"));
        }
        if (!definition.secrets().isEmpty()) {
            actions.addAll(Set.of("secretsmanager:GetSecretValue", "kms:Decrypt"));
        }
        boolean hasAccountsKey = !templates
                .ofType("AWS::KMS::Alias", StageVariablesTest::isOfAccounts)
                .isEmpty();
        if (hasAccountsKey && definition.secrets().contains("accounts-key-encryption-secrets")) {
            actions.add("kms:Encrypt");
        }
        if (KeptSchedules.areKeptBy(definition)) {
            actions.addAll(Set.of(
                    "scheduler:CreateSchedule",
                    "scheduler:UpdateSchedule",
                    "scheduler:DeleteSchedule",
                    "scheduler:GetSchedule",
                    "scheduler:ListSchedules",
                    "iam:PassRole"));
        }
        boolean sendsMails = templates.byStack().toString().contains("no-reply@");
        if (sendsMails && definition.name().equals("account-api")) {
            actions.add("ses:SendEmail");
        }
        boolean hasPlans = templates.ofType("AWS::ApiGateway::UsagePlan").size() > 1;
        if (hasPlans && Set.of("account-api", "keep-accounts").contains(definition.name())) {
            actions.addAll(Set.of("apigateway:GET", "apigateway:POST", "apigateway:DELETE"));
        }
        return actions;
    }

    private static Set<String> actions(Resource role) {
        return Templates.statements(role)
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .flatMap(PermissionsTest::actions)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> actions(JsonNode statement) {
        JsonNode action = statement.path("Action");
        return action.isTextual()
                ? Stream.of(action.asText())
                : StreamSupport.stream(action.spliterator(), false).map(JsonNode::asText);
    }

    private static String resources(Templates templates, String function, String action) {
        return Templates.statements(role(templates, function))
                .filter(statement -> actions(statement).anyMatch(action::equals))
                .map(statement -> statement.path("Resource").toString())
                .collect(Collectors.joining());
    }

    private static Resource role(Templates templates, FunctionDefinition definition) {
        return role(templates, definition.name());
    }

    private static Resource role(Templates templates, String function) {
        String stage = templates
                .ofType("AWS::Events::EventBus")
                .getFirst()
                .property("/Name")
                .asText();
        return templates.only("AWS::IAM::Role", "/RoleName", stage + "-" + function);
    }

    private static JsonNode variables(Templates templates, String function) {
        return templates
                .only("AWS::Lambda::Function", "/FunctionName", "lumia-lean-" + function)
                .property("/Environment/Variables");
    }
}
