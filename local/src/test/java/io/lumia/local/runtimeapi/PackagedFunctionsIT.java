package io.lumia.local.runtimeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.json.Json;
import io.lumia.local.runtime.Installation;
import io.lumia.local.runtimeapi.PackagedFunction.Kind;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.time.IdSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every function's sample event, answered by the handler in this process and, where they were built, by its packages on
 * a database of their own: what is shipped answers as what is tested.
 */
final class PackagedFunctionsIT {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String SAMPLE = "sample-event.json";

    @TempDir
    private static Path folder;

    private static Installation installation;

    @BeforeAll
    static void start() {
        installation = Installation.openOrCreate(new DataFolder(folder), "test");
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theSampleEventIsAnsweredInThisProcess(String function) throws IOException {
        assertThat(status(inThisProcess(function))).isIn(0, 200);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theNativeProgramAnswersAsItsHandlerDoes(String function) throws IOException {
        assertAnswersAlike(function, Kind.NATIVE);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theJarsAnswerAsTheHandlerDoes(String function) throws IOException {
        assertAnswersAlike(function, Kind.JVM);
    }

    private static void assertAnswersAlike(String function, Kind kind) throws IOException {
        Optional<PackagedFunction> packaged = PackagedFunction.find(HOME, function, kind);
        assumeTrue(packaged.isPresent(), () -> "%s has no %s package; to build it: %s"
                .formatted(function, kind.word(), PackagedFunction.howToBuild(function, kind)));
        JsonNode expected = inThisProcess(function);

        Outcome outcome = asAProcess(packaged.orElseThrow(), function);

        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        JsonNode answer = Json.tree(((Outcome.Answered) outcome).answer());
        assertThat(status(answer)).isEqualTo(status(expected));
        assertThat(body(answer)).isEqualTo(body(expected));
        assertThat(answer.path("batchItemFailures")).isEqualTo(expected.path("batchItemFailures"));
    }

    private static JsonNode inThisProcess(String function) throws IOException {
        return Json.tree(installation.functions().invoke(function, sample(function)));
    }

    private static Outcome asAProcess(PackagedFunction packaged, String function) throws IOException {
        FunctionDefinition definition = installation.functions().definition(function);
        IdSource ids = installation.functions().bean(IdSource.class);
        try (FunctionProcess process = FunctionProcess.start(
                packaged.command(definition, installation.variables(definition), List.of()),
                definition,
                Clock.systemUTC(),
                ids)) {
            Outcome outcome = process.invoke(sample(function), Duration.ofSeconds(definition.timeoutSeconds()));
            if (!(outcome instanceof Outcome.Answered)) {
                throw new AssertionError("%s %s%n%s".formatted(function, outcome.words(), process.output()));
            }
            return outcome;
        }
    }

    /** An HTTP answer's; 0 for other answers. */
    private static int status(JsonNode answer) {
        return answer.path("statusCode").asInt();
    }

    /** Without what is said about the request itself, such as its number and its time; empty for other answers. */
    private static JsonNode body(JsonNode answer) {
        JsonNode body = Json.tree(answer.path("body").asText("{}"));
        return body instanceof ObjectNode object ? object.without("metadata") : body;
    }

    private static String sample(String function) throws IOException {
        return Files.readString(HOME.resolve("functions").resolve(function).resolve(SAMPLE));
    }

    private static List<String> functions() throws IOException {
        try (Stream<Path> folders = Files.list(HOME.resolve("functions"))) {
            return folders.filter(folder -> Files.exists(folder.resolve(SAMPLE)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
