package io.lumia.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.Child.Ended;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.RuntimeFile;
import io.lumia.local.json.Json;
import io.lumia.local.queue.DeadLetters;
import io.lumia.local.queue.QueueClient;
import io.lumia.local.queue.QueueClient.QueueDepth;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running installation: others are kept out, asked by others, given poison, stopped and started again. */
final class UpIT {

    @TempDir
    private Path temporary;

    @Test
    void keepsOthersOutShowsPoisonStopsCleanlyAndKeepsItsData() throws Exception {
        DataFolder folder = new DataFolder(temporary.resolve("data"));
        TestBundle bundle = TestBundle.in(temporary.resolve("bundle"), 2);
        String data = folder.root().toString();
        String[] up = {
            "up",
            "--port",
            "0",
            "--json",
            "--demo-account",
            "--data",
            data,
            "--bundle",
            bundle.folder().toString()
        };

        try (Child running = Child.start(temporary, up)) {
            running.await("the API", () -> running.out().contains("}"));

            theLinkSignsInOnce(Json.tree(running.out()));
            aMailLeadsToThisSite(folder, Json.tree(running.out()));
            Ended second = Child.run(temporary, up);
            assertThat(second.exitCode()).isEqualTo(4);
            assertThat(second.err()).contains(Long.toString(running.pid())).contains("in use");

            poisonIsShownAndReplayed(folder, data, running);
            whatFailedFiveTimesWorksOnceItsCauseIsMended(folder, data, running);
            assertThat(running.stop().exitCode()).isZero();
        }

        JsonNode after = status(data);
        assertThat(after.path("running").asBoolean()).isFalse();
        assertThat(after.path("counts").path("bars").asLong()).isEqualTo(2L * TestBundle.SESSIONS);
        assertThat(after.path("dead_letters").path(0).path("waiting").asInt()).isEqualTo(1);
    }

    private static void theLinkSignsInOnce(JsonNode ready) throws Exception {
        String token = ready.path("sign_in_link").asText().replaceFirst(".*#session=", "");
        HttpRequest refresh = HttpRequest.newBuilder(
                        URI.create(ready.path("api").asText() + "/tokens/refresh"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"refresh_token\": \"%s\"}".formatted(token)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> tokens = client.send(refresh, BodyHandlers.ofString());
            assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
            assertThat(client.send(refresh, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
        }
    }

    /** Also at a port that nobody named. */
    private static void aMailLeadsToThisSite(DataFolder folder, JsonNode ready) throws Exception {
        HttpRequest register = HttpRequest.newBuilder(
                        URI.create(ready.path("api").asText() + "/users"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"email\": \"newcomer@lumia.example\", \"password\": \"a long walk by the sea 1877\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient();
                Stream<Path> mails = registered(client, register, folder)) {
            assertThat(Files.readString(mails.findFirst().orElseThrow()))
                    .contains(ready.path("site").asText() + "confirm#token=");
        }
    }

    private static Stream<Path> registered(HttpClient client, HttpRequest register, DataFolder folder)
            throws Exception {
        HttpResponse<String> answer = client.send(register, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return Files.list(folder.mails());
    }

    private void poisonIsShownAndReplayed(DataFolder folder, String data, Child running) throws Exception {
        RuntimeFile file = RuntimeFile.read(folder).orElseThrow();
        try (QueueClient queues = new QueueClient(file.queueEndpoint())) {
            DeadLetters letters = new DeadLetters(queues);
            queues.send("load", "this is no message");
            running.await("the dead letter", () -> letters.counts().size() == 1);
        }

        JsonNode status = status(data);
        assertThat(status.path("running").asBoolean()).isTrue();
        assertThat(status.path("dead_letters").path(0).path("queue").asText()).isEqualTo("load-dead");
        Ended listed = Child.run(temporary, "dead-letters", "list", "--json", "--data", data);
        assertThat(Json.tree(listed.out())
                        .path("dead_letters")
                        .path(0)
                        .path("body")
                        .asText())
                .isEqualTo("this is no message");
        Ended replayed = Child.run(temporary, "dead-letters", "replay", "load", "--json", "--data", data);
        assertThat(replayed.exitCode()).as(replayed.err()).isZero();
        assertThat(Json.tree(replayed.out()).path("replayed").asInt()).isEqualTo(1);
        assertThat(Json.tree(replayed.out()).path("dead_letters").asInt()).isEqualTo(1);
    }

    /** As after a release whose migration was forgotten: the table is not there, then it is. */
    private void whatFailedFiveTimesWorksOnceItsCauseIsMended(DataFolder folder, String data, Child running)
            throws Exception {
        RuntimeFile file = RuntimeFile.read(folder).orElseThrow();
        execute(file.jdbcUrl(), "ALTER TABLE recommendation.grade RENAME TO grade_away");
        try (QueueClient queues = new QueueClient(file.queueEndpoint())) {
            DeadLetters letters = new DeadLetters(queues);
            queues.send("grade-recommendations", "{\"scheduled_for\": \"2015-01-17T03:30:00Z\"}");
            running.await("the dead letter", () -> letters.counts().stream()
                    .anyMatch(depth -> depth.queue().equals("grade-recommendations-dead")));
            assertThat(items(file, "failed")).isEqualTo(5);

            execute(file.jdbcUrl(), "ALTER TABLE recommendation.grade_away RENAME TO grade");
            Ended replayed =
                    Child.run(temporary, "dead-letters", "replay", "grade-recommendations", "--json", "--data", data);
            assertThat(replayed.exitCode()).as(replayed.err()).isZero();

            running.await("the replay", () -> items(file, "handled") == 1);
            running.await("an empty queue", () -> queues.depth("grade-recommendations")
                    .isEmpty());
            assertThat(items(file, "failed")).isEqualTo(5);
            assertThat(letters.counts()).extracting(QueueDepth::queue).containsExactly("load-dead");
        }
    }

    private static void execute(String jdbcUrl, String statementText) throws Exception {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            statement.execute(statementText);
        }
    }

    /** Deliveries of a message to the function, as the installation counts them. */
    private static int items(RuntimeFile file, String handling) {
        String name =
                "lumia_queue_items_total{function=\"grade-recommendations\",handling=\"%s\"} ".formatted(handling);
        URI metrics = URI.create("http://127.0.0.1:%d/metrics".formatted(file.httpPort()));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(name))
                    .mapToInt(line -> (int) Double.parseDouble(line.substring(name.length())))
                    .sum();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode status(String data) throws Exception {
        Ended status = Child.run(temporary, "status", "--json", "--data", data);
        assertThat(status.exitCode()).as(status.err()).isZero();
        return Json.tree(status.out());
    }
}
