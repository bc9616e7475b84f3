package io.lumia.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.local.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a deployment of which the emulator made a queue and an API, and said that it made the rest. */
final class InventoryTest {

    private static final String DATA = """
        {"Resources": {
          "Keys": {"Type": "AWS::SecretsManager::Secret", "Properties": {
            "Name": "lumia/emulator/providers-keys", "SecretString": "{}"}},
          "Peppers": {"Type": "AWS::SecretsManager::Secret", "Properties": {
            "Name": "lumia/emulator/accounts-peppers",
            "GenerateSecretString": {"ExcludePunctuation": true, "PasswordLength": 43}}}}}
        """;
    private static final String WATCH = """
        {"Resources": {
          "Late": {"Type": "AWS::CloudWatch::Alarm", "Properties": {"AlarmName": "lumia-emulator-late"}},
          "Full": {"Type": "AWS::CloudWatch::Alarm", "Properties": {"AlarmName": "lumia-emulator-full"}},
          "Overview": {"Type": "AWS::CloudWatch::Dashboard", "Properties": {
            "DashboardName": "lumia-emulator-overview",
            "DashboardBody": {"Fn::Join": ["", ["{\\"region\\":\\"", {"Ref": "AWS::Region"}, "\\"}"]]}}}}}
        """;
    private static final String SITE = """
        {"Resources": {
          "Distribution": {"Type": "AWS::CloudFront::Distribution", "Properties": {
            "DistributionConfig": {"Comment": "lumia-emulator-site"}}}}}
        """;
    private static final String FIREWALL = """
        {"Resources": {"Firewall": {"Type": "AWS::WAFv2::WebACL", "Properties": {"Name": "lumia-emulator-api"}}}}
        """;

    @TempDir
    private Path templates;

    private StubEmulator stub;
    private EmulatorCalls calls;
    private EmulatedResources resources;

    @BeforeEach
    void start() throws IOException {
        for (String stack : List.of("migration", "application", "api")) {
            write(stack, "{\"Resources\": {}}");
        }
        write("data", DATA);
        write("watch", WATCH);
        write("site", SITE);
        stub = new StubEmulator();
        stub.on("ListQueues", _ -> "{\"QueueUrls\":[\"http://127.0.0.1/123456789012/lumia-emulator-load\"]}");
        stub.on(
                "GetQueueAttributes",
                _ -> "{\"Attributes\":{\"QueueArn\":\"arn:aws:sqs:us-east-1:123456789012:lumia-emulator-load\"}}");
        stub.on("GET /restapis", _ -> "{\"item\":[{\"id\":\"api1\",\"name\":\"lumia-emulator-api\"}]}");
        stub.on("GetRandomPassword", _ -> "{\"RandomPassword\":\"fortythree\"}");
        stub.on("ListSecrets", _ -> createdSecrets());
        calls = new EmulatorCalls(stub.emulator());
        resources = new EmulatedResources(stub.emulator(), "lumia-emulator-");
    }

    @AfterEach
    void stop() {
        resources.close();
        calls.close();
        stub.close();
    }

    @Test
    void aSecretGetsTheValueThatItsTemplateSays() {
        assertThat(line("secrets").made()).isEqualTo(2);

        assertThat(created("providers-keys").path("SecretString").asText()).isEqualTo("{}");
    }

    @Test
    void aSecretThatTheTemplateLeavesToChanceIsAsLongAsItSays() {
        line("secrets");

        assertThat(created("accounts-peppers").path("SecretString").asText()).isEqualTo("fortythree");
        assertThat(stub.requests("GetRandomPassword"))
                .singleElement()
                .asString()
                .contains("\"PasswordLength\":43", "\"ExcludePunctuation\":true");
    }

    @Test
    void noSecretIsNamedByItsValue() {
        line("secrets");

        assertThat(created("accounts-peppers").path("ClientRequestToken").asText())
                .doesNotContain("fortythree")
                .hasSizeBetween(32, 64);
    }

    @Test
    void alarmsThatTheEmulatorOnlySaysItMadeAreMissing() {
        stub.on("DescribeAlarms", _ -> "{\"MetricAlarms\":[{\"AlarmName\":\"lumia-emulator-late\"}]}");

        Inventory.Line alarms = line("alarms");

        assertThat(alarms.wanted()).isEqualTo(2);
        assertThat(alarms.missing()).containsExactly("lumia-emulator-full");
        assertThat(alarms.trouble()).contains("not listed");
    }

    @Test
    void aDashboardThatTheEmulatorOnlySaysItMadeIsMadeAsTheTemplateSays() {
        stub.on(
                "ListDashboards",
                _ -> stub.requests("PutDashboard").isEmpty()
                        ? "{\"DashboardEntries\":[]}"
                        : "{\"DashboardEntries\":[{\"DashboardName\":\"lumia-emulator-overview\"}]}");

        Inventory.Line dashboards = line("dashboards");

        assertThat(dashboards.wanted()).isEqualTo(1);
        assertThat(dashboards.made()).isEqualTo(1);
        assertThat(dashboards.missing()).isEmpty();
        assertThat(stub.requests("PutDashboard"))
                .singleElement()
                .asString()
                .contains("lumia-emulator-overview", "us-east-1");
    }

    @Test
    void aDistributionIsToldFromAnotherStagesByWhatItSaysOfItself() {
        stub.on("GET /2020-05-31/distribution", _ -> listedDistributions("lumia-other-site"));
        assertThat(line("distributions").missing()).containsExactly("lumia-emulator-site");

        stub.on("GET /2020-05-31/distribution", _ -> listedDistributions("lumia-emulator-site"));
        assertThat(line("distributions").missing()).isEmpty();
    }

    @Test
    void aFirewallIsLookedForWhereTheStageAsksForOne() throws IOException {
        assertThat(line("firewalls").wanted()).isZero();

        write("api", FIREWALL);
        stub.on("ListWebACLs", _ -> "{\"WebACLs\":[]}");
        assertThat(line("firewalls").missing()).containsExactly("lumia-emulator-api");

        stub.on("ListWebACLs", _ -> "{\"WebACLs\":[{\"Name\":\"lumia-emulator-api\"}]}");
        assertThat(line("firewalls").missing()).isEmpty();
    }

    private static String listedDistributions(String comment) {
        return "<DistributionList><Items><DistributionSummary><Comment>%s</Comment></DistributionSummary></Items></DistributionList>"
                .formatted(comment);
    }

    @Test
    void twoApisOfTheNameAreRefusedSinceOneIsAnEarlierDeployments() {
        stub.on(
                "GET /restapis",
                _ -> "{\"item\":[{\"id\":\"api1\",\"name\":\"lumia-emulator-api\"},"
                        + "{\"id\":\"api2\",\"name\":\"lumia-emulator-api\"}]}");

        assertThatThrownBy(() -> line("secrets"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("api1, api2")
                .hasMessageContaining("cloud down");
    }

    private Inventory.Line line(String what) {
        return new Inventory(calls, resources, templates, "lumia-emulator-")
                .complete().stream()
                        .filter(line -> line.what().equals(what))
                        .findFirst()
                        .orElseThrow();
    }

    private JsonNode created(String secret) {
        return stub.requests("CreateSecret").stream()
                .map(request -> Json.tree(request.substring("CreateSecret ".length())))
                .filter(body -> body.path("Name").asText().endsWith(secret))
                .findFirst()
                .orElseThrow();
    }

    private String createdSecrets() {
        return stub.requests("CreateSecret").stream()
                .map(request -> Json.tree(request.substring("CreateSecret ".length()))
                        .path("Name")
                        .asText())
                .map("{\"Name\":\"%s\",\"ARN\":\"arn\"}"::formatted)
                .collect(Collectors.joining(",", "{\"SecretList\":[", "]}"));
    }

    private void write(String stack, String template) throws IOException {
        Files.writeString(templates.resolve("lumia-emulator-%s.template.json".formatted(stack)), template);
    }
}
