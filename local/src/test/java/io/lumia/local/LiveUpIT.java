package io.lumia.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.collection.jobs.JobTemplate;
import io.lumia.collection.jobs.JobTemplates;
import io.lumia.local.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lumia up --live} where no provider can be reached: each says so, typed, and the breaker opens. */
final class LiveUpIT {

    /** The discard port, where nobody listens. */
    private static final String NOWHERE = "http://127.0.0.1:9";

    /** Without a network, key and contact there is no other way to end. */
    private static final Set<String> TYPED = Set.of("unreachable", "bad_key", "symbol_unknown", "not_asked");

    @TempDir
    private Path temporary;

    @Test
    void everyBuiltInJobStartsAndTellsWhyItGotNothingWhileTheApiAnswers() throws Exception {
        String data = temporary.resolve("data").toString();
        try (Child running =
                Child.start(temporary, nowhere(), "up", "--live", "--open", "--port", "0", "--json", "--data", data)) {
            running.await("the API", () -> running.out().contains("}"));
            assertThat(status(Json.tree(running.out()).path("api").asText() + "/collection/runs"))
                    .isEqualTo(200);

            running.await("the end of the first runs", () -> running.out().contains("\"still_running\""));
            String out = running.out();
            JsonNode told = Json.tree(out.substring(out.indexOf("{", out.indexOf("\"clock\""))));
            assertThat(told.path("still_running")).isEmpty();
            List<JsonNode> stories = list(told.path("first_runs"));
            assertThat(stories)
                    .extracting(story -> story.path("run").path("job_name").asText())
                    .containsExactlyInAnyOrderElementsOf(JobTemplates.builtIn().stream()
                            .map(JobTemplate::name)
                            .toList());
            assertThat(stories).allSatisfy(LiveUpIT::tellsWhy);
            assertThat(stories)
                    .flatExtracting(story -> list(story.path("providers")))
                    .filteredOn(provider -> provider.path("provider").asText().equals("yahoo"))
                    .isNotEmpty()
                    .allSatisfy(yahoo -> assertThat(yahoo.path("outcomes").has("unreachable"))
                            .isTrue())
                    .anySatisfy(
                            yahoo -> assertThat(yahoo.path("breaker").asText()).isEqualTo("open"));
            assertThat(running.stop().exitCode()).isZero();
        }
    }

    private static void tellsWhy(JsonNode story) {
        assertThat(story.path("run").path("status").asText())
                .as(story.toString())
                .isEqualTo("failed");
        assertThat(story.path("outcomes").fieldNames())
                .toIterable()
                .as(story.toString())
                .isNotEmpty()
                .isSubsetOf(TYPED);
        assertThat(story.path("providers")).as(story.toString()).isNotEmpty();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static int status(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Void> response =
                    client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
            return response.statusCode();
        }
    }

    /** So that the test asks nobody, wherever it runs. */
    private static Map<String, String> nowhere() {
        Map<String, String> environment = new HashMap<>();
        environment.put("LUMIA_PROVIDERS_ALLOW_LOOPBACK", "true");
        JobTemplates.builtIn().stream()
                .flatMap(template -> template.job().providers().stream())
                .map(provider -> "LUMIA_PROVIDERS_" + provider.toUpperCase(Locale.ROOT))
                .forEach(prefix -> {
                    environment.put(prefix + "_ENDPOINT", NOWHERE);
                    environment.put(prefix + "_QUOTAS", "100000/1s");
                });
        return environment;
    }
}
