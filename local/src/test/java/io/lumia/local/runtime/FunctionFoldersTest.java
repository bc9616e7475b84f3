package io.lumia.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.json.Json;
import io.lumia.platform.metrics.RouteClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FunctionFoldersTest {

    /** A request that is about nothing known would be counted among those that somebody mistyped. */
    @Test
    void everyRouteIsAboutSomethingThatMetricsKnow() throws IOException {
        List<String> paths = new ArrayList<>();
        for (String function : FunctionHost.FUNCTIONS) {
            definition(function)
                    .at("/trigger/routes")
                    .forEach(route -> paths.add(route.path("path").asText()));
        }

        assertThat(paths)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(RouteClass.of(path)).as(path).isNotEqualTo(RouteClass.OTHER));
    }

    @Test
    void everyFunctionFolderRunsHere() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("..", "functions"))) {
            assertThat(folders.filter(folder -> Files.exists(folder.resolve("function.json")))
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(FunctionHost.FUNCTIONS);
        }
    }

    /** A forgotten one would lose its dead letters from sight: nobody lists them, nobody can send them again. */
    @Test
    void deadLettersOfEveryQueueAreLookedAfter() throws IOException {
        List<String> queues = new ArrayList<>();
        for (String function : FunctionHost.FUNCTIONS) {
            JsonNode queue = definition(function).at("/trigger/queue/name");
            if (!queue.isMissingNode()) {
                queues.add(queue.asText());
            }
        }

        assertThat(definition("collection-api")
                        .at("/environment/LUMIA_COLLECTION_DEAD_LETTER_QUEUES")
                        .asText()
                        .split(","))
                .containsExactlyInAnyOrderElementsOf(queues);
    }

    private static JsonNode definition(String function) throws IOException {
        return Json.tree(Files.readString(Path.of("..", "functions", function, "function.json")));
    }
}
