package io.lumia.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lumia.kernel.AppException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stub that has the queues of a deployment, and of its schedules only those that are made through the API. */
final class EmulatedResourcesTest {

    private static final String TEMPLATE = """
        {"Resources": {
          "Role": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": "lumia-emulator-scheduler"}},
          "Tick": {"Type": "AWS::Scheduler::Schedule", "Properties": {
            "Name": "keep-house", "GroupName": "lumia-emulator",
            "ScheduleExpression": "cron(0 * * * ? *)", "ScheduleExpressionTimezone": "UTC",
            "Target": {
              "Arn": {"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"}, ":sqs:", {"Ref": "AWS::Region"}, ":",
                {"Ref": "AWS::AccountId"}, ":lumia-emulator-keep-house"]]},
              "RoleArn": {"Fn::GetAtt": ["Role", "Arn"]},
              "Input": "{\\"a\\":1}"}}}}}
        """;

    @TempDir
    private Path temporary;

    private final TreeSet<String> schedules = new TreeSet<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private boolean pretends;
    private HttpServer server;
    private EmulatedResources resources;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        Emulator emulator =
                Emulator.parse("http://127.0.0.1:" + server.getAddress().getPort(), "us-east-1");
        resources = new EmulatedResources(emulator, "lumia-emulator-");
    }

    @AfterEach
    void stop() {
        resources.close();
        server.stop(0);
    }

    @Test
    void makesTheSchedulesThatTheDeploymentOnlyPretendedToMake() throws IOException {
        assertThat(resources.addMissingSchedules(template())).isEqualTo(1);

        assertThat(requests)
                .filteredOn(request -> request.startsWith("POST /schedules/keep-house"))
                .singleElement()
                .asString()
                .contains(
                        "arn:aws:sqs:us-east-1:123456789012:lumia-emulator-keep-house",
                        "arn:aws:iam::123456789012:role/lumia-emulator-scheduler",
                        "cron(0 * * * ? *)");
        assertThat(resources.addMissingSchedules(template())).isZero();
    }

    @Test
    void anEmulatorThatTakesAScheduleAndListsNoneIsNamed() throws IOException {
        pretends = true;
        Path template = template();

        assertThatThrownBy(() -> resources.addMissingSchedules(template))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("keep-house");
    }

    @Test
    void listsTheQueuesThatAreThere() {
        assertThat(resources.queueNames()).containsExactly("lumia-emulator-keep-house");
    }

    private Path template() throws IOException {
        return Files.writeString(temporary.resolve("application.template.json"), TEMPLATE);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path + " " + body);
            byte[] answer = (target == null ? scheduler(exchange.getRequestMethod(), path) : queues(target))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static String queues(String target) {
        return target.endsWith("ListQueues")
                ? "{\"QueueUrls\":[\"http://127.0.0.1/123456789012/lumia-emulator-keep-house\"]}"
                : "{\"Attributes\":{\"QueueArn\":\"arn:aws:sqs:us-east-1:123456789012:lumia-emulator-keep-house\"}}";
    }

    private String scheduler(String method, String path) {
        if (method.equals("POST") && path.startsWith("/schedules/") && !pretends) {
            schedules.add(path.substring("/schedules/".length()));
        }
        return method.equals("GET")
                ? schedules.stream()
                        .map(name -> "{\"Name\":\"%s\",\"GroupName\":\"lumia-emulator\"}".formatted(name))
                        .collect(Collectors.joining(",", "{\"Schedules\":[", "]}"))
                : "{\"ScheduleArn\":\"arn:x\",\"ScheduleGroupArn\":\"arn:x\"}";
    }
}
