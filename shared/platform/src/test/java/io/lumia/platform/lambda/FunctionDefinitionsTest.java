package io.lumia.platform.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.lambda.FunctionDefinition.Subscription;
import io.lumia.platform.lambda.Trigger.Http;
import io.lumia.platform.lambda.Trigger.Manual;
import io.lumia.platform.lambda.Trigger.Queue;
import io.lumia.platform.lambda.Trigger.Queued;
import io.lumia.platform.lambda.Trigger.Route;
import io.lumia.platform.lambda.Trigger.Schedule;
import io.lumia.platform.lambda.Trigger.Scheduled;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionDefinitionsTest {

    private static final ApplicationContext CONTEXT = ApplicationContext.run();
    private static final JsonCodec JSON = CONTEXT.getBean(JsonCodec.class);
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(FunctionDefinition.class.getResourceAsStream("function.schema.json"));

    private final FunctionDefinitions functions = CONTEXT.getBean(FunctionDefinitions.class);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void readsEveryKindOfTriggerInTheOrderAsked() {
        List<FunctionDefinition> all =
                functions.load(List.of("sample-plan", "sample-collect", "sample-load", "sample-api"));

        assertThat(all)
                .extracting(FunctionDefinition::name)
                .containsExactly("sample-plan", "sample-collect", "sample-load", "sample-api");
        Scheduled plan = (Scheduled) all.get(0).trigger();
        assertThat(plan.schedules()).extracting(Schedule::name).containsExactly("after-close", "weekly");
        assertThat(plan.schedules()).extracting(Schedule::input).containsExactly(Map.of("job", "bars"), Map.of());
        assertThat(plan.schedules().getFirst().when().zone().getId()).isEqualTo("America/New_York");
        assertThat(((Queued) all.get(1).trigger()).queue()).isEqualTo(new Queue("sample-collect", 10, 0, 720, 5));
        assertThat(all.get(1).trigger().schedules()).isEmpty();
        assertThat(((Http) all.get(3).trigger()).routes()).contains(new Route("GET", "/api/v1/assets/{id}/prices"));
    }

    @Test
    void readsTheSchedulesOfAQueue() {
        Queued load = (Queued) functions.load(List.of("sample-load")).getFirst().trigger();

        assertThat(load.queue().name()).isEqualTo("sample-load");
        assertThat(load.schedules()).singleElement().satisfies(schedule -> {
            assertThat(schedule.name()).isEqualTo("nightly-check");
            assertThat(schedule.when().expression()).isEqualTo("cron(0 2 * * ? *)");
            assertThat(schedule.input()).isEqualTo(Map.of("check", "all"));
        });
    }

    @Test
    void readsEveryOtherField() {
        FunctionDefinition collect =
                functions.load(List.of("sample-collect", "sample-load")).getFirst();
        FunctionDefinition load = functions.load(List.of("sample-load")).getFirst();

        assertThat(collect.handler()).isEqualTo("io.lumia.functions.samplecollect.CollectHandler");
        assertThat(collect.sends()).containsExactly("sample-load");
        assertThat(collect.objects()).isEqualTo(Access.WRITE);
        assertThat(collect.database()).isEqualTo(Access.NONE);
        assertThat(collect.memoryMegabytes()).isEqualTo(512);
        assertThat(collect.timeoutSeconds()).isEqualTo(120);
        assertThat(collect.reservedConcurrency()).isEqualTo(OptionalInt.of(4));
        assertThat(collect.secrets()).containsExactly("providers/tiingo");
        assertThat(collect.environment()).containsExactly(Map.entry("LUMIA_LIVE", "false"));
        assertThat(load.reservedConcurrency()).isEmpty();
        assertThat(load.emits()).containsExactly("PricesLoaded");
        assertThat(load.subscribes())
                .containsExactly(new Subscription(
                        "sample-load-on-prices",
                        "{\"source\":[\"lumia.load\"],\"detail-type\":[\"PricesLoaded\"],"
                                + "\"detail\":{\"kind\":[{\"prefix\":\"b\"}]}}"));
    }

    @Test
    void readsAManualTrigger() {
        String text = collect().replaceFirst("(?s)\"trigger\": \\{.*?\\}\\s*\\}", "\"trigger\": {\"type\":\"manual\"}");

        assertThat(functions.parse("sample-collect", text).trigger()).isEqualTo(new Manual());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample-plan", "sample-collect", "sample-load", "sample-api"})
    void agreesWithTheSchemaOnWhatIsRight(String name) {
        assertThat(SCHEMA.validate(resource(name), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"memory_mb\": 512`            | `\"memory_mb\": 64`           | memory_mb",
                "`\"memory_mb\": 512`            | `\"memory_mb\": 512.5`        | memory_mb",
                "`\"memory_mb\": 512`            | `\"memory_mb\": \"512\"`      | memory_mb",
                "`\"memory_mb\": 512,`           | ``                            | memory_mb",
                "`\"memory_mb\": 512`            | `\"memory\": 512`             | memory",
                "`\"timeout_seconds\": 120`      | `\"timeout_seconds\": 901`    | timeout_seconds",
                "`\"batch_size\": 10,`           | `\"batch_size\": 0,`          | batch_size",
                "`\"batch_size\": 10,`           | `\"batch_size\": 10, \"fifo\": true,` | fifo",
                "`\"max_receive_count\": 5`      | `\"max_receive_count\": 0`    | max_receive_count",
                "`\"type\": \"queue\"`           | `\"type\": \"stream\"`        | trigger",
                "`\"type\": \"queue\"`           | `\"type\": \"http\"`          | trigger",
                "`\"type\": \"queue\",`          | `\"type\": \"queue\", \"schedules\": [{\"name\": \"a\", \"zone\": \"UTC\"}],` | cron",
                "`\"type\": \"queue\",`          | `\"type\": \"queue\", \"routes\": [],` | routes",
                "`\"objects\": \"write\"`        | `\"objects\": \"all\"`        | objects",
                "`\"name\": \"sample-collect\",` | `\"name\": \"Sample\",`       | name",
                "`CollectHandler`                | `collect-handler`             | handler",
                "`\"sends\": [\"sample-load\"]`  | `\"sends\": [\"sample-load\", \"sample-load\"]` | sends",
                "`\"sends\": [\"sample-load\"]`  | `\"sends\": \"sample-load\"`  | sends",
                "`\"emits\": []`                 | `\"emits\": [\"pricesLoaded\"]` | emits",
                "`\"subscribes\": []`            | `\"subscribes\": [{\"rule\": \"a\", \"pattern\": {}}]` | pattern",
                "`\"subscribes\": []`            | `\"subscribes\": [{\"rule\": \"a\"}]` | pattern",
                "`LUMIA_LIVE`                    | `lumia.live`                  | environment",
                "`\"false\"`                     | `false`                       | environment",
                "`\"reserved_concurrency\": 4`   | `\"reserved_concurrency\": -1` | reserved_concurrency"
            })
    void agreesWithTheSchemaOnWhatIsWrongAndNamesTheField(String right, String wrong, String field) {
        assertThat(collect()).contains(right);
        String text = collect().replace(right, wrong == null ? "" : wrong);

        assertThat(SCHEMA.validate(text, InputFormat.JSON)).isNotEmpty();
        assertThatThrownBy(() -> functions.parse("sample-collect", text))
                .isInstanceOf(AppException.class)
                .hasMessageContaining(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // what a schema cannot see
                "`\"visibility_timeout_seconds\": 720` | `\"visibility_timeout_seconds\": 119` | visibility_timeout_seconds",
                "`\"batch_size\": 10,`                 | `\"batch_size\": 11,`                 | batch_size"
            })
    void looksAtFieldsTogether(String right, String wrong, String field) {
        assertThatThrownBy(() -> functions.parse("sample-collect", collect().replace(right, wrong)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining(field);
    }

    @Test
    void refusesSubscriptionsWithoutAQueueToReceiveThem() {
        String text = resource("sample-api")
                .replace(
                        "\"objects\"",
                        "\"subscribes\": [{\"rule\": \"a\", \"pattern\": {\"source\": [\"s\"]}}], \"objects\"");

        assertThatThrownBy(() -> functions.parse("sample-api", text))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("subscribes");
    }

    @Test
    void refusesSchedulesWhereThereIsNeitherQueueNorClock() {
        String text = resource("sample-api").replace("\"routes\":", "\"schedules\": [], \"routes\":");

        assertThat(SCHEMA.validate(text, InputFormat.JSON)).isNotEmpty();
        assertThatThrownBy(() -> functions.parse("sample-api", text))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("schedules");
    }

    @Test
    void refusesAScheduleThatAnotherFunctionHas(@TempDir Path folder) throws IOException {
        String copy = resource("sample-plan")
                .replace("\"name\": \"sample-plan\"", "\"name\": \"packed\"")
                .replace("[\"sample-collect\"]", "[]");
        URL first = jar(folder.resolve("first.jar"), "packed", copy);
        URL second =
                jar(folder.resolve("second.jar"), "other", copy.replace("\"name\": \"packed\"", "\"name\": \"other\""));

        try (URLClassLoader classPath = new URLClassLoader(new URL[] {first, second}, null)) {
            assertThatThrownBy(() -> new FunctionDefinitions(JSON, classPath).load(List.of("packed", "other")))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("schedule of function other")
                    .hasMessageContaining("after-close");
        }
    }

    @Test
    void saysThatAFunctionIsNotOnTheClassPath() {
        assertThatThrownBy(() -> functions.load(List.of("absent")))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
                .hasMessageContaining("functions/absent/function.json");
    }

    @Test
    void refusesASendToAQueueThatNobodyReceives() {
        assertThatThrownBy(() -> functions.load(List.of("sample-collect")))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("sample-load");
    }

    @Test
    void refusesTheSameFunctionTwice() {
        assertThatThrownBy(() -> functions.load(List.of("sample-load", "sample-load")))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("sample-load");
    }

    @Test
    void readsFromJarsAndRefusesAFunctionFoundInTwoPlaces(@TempDir Path folder) throws IOException {
        String text = resource("sample-load").replace("sample-load", "packed");
        URL first = jar(folder.resolve("first.jar"), "packed", text);
        URL second = jar(folder.resolve("second.jar"), "packed", text);

        try (URLClassLoader one = new URLClassLoader(new URL[] {first}, null);
                URLClassLoader two = new URLClassLoader(new URL[] {first, second}, null)) {
            assertThat(new FunctionDefinitions(JSON, one).load(List.of("packed")))
                    .hasSize(1);
            assertThatThrownBy(() -> new FunctionDefinitions(JSON, two).load(List.of("packed")))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("second.jar");
        }
    }

    @Test
    void refusesANameThatIsNotTheFolders(@TempDir Path folder) throws IOException {
        URL jar = jar(folder.resolve("a.jar"), "renamed", resource("sample-load"));

        try (URLClassLoader classPath = new URLClassLoader(new URL[] {jar}, null)) {
            assertThatThrownBy(() -> new FunctionDefinitions(JSON, classPath).load(List.of("renamed")))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("sample-load")
                    .hasMessageContaining("renamed");
        }
    }

    @Test
    void readsTextsByTheirFoldersNamesAsItReadsTheClassPath() {
        TreeMap<String, String> texts = new TreeMap<>(Map.of(
                "sample-collect", resource("sample-collect"),
                "sample-load", resource("sample-load")));

        List<FunctionDefinition> parsed = functions.parseAll(texts);

        assertThat(parsed).extracting(FunctionDefinition::name).containsExactly("sample-collect", "sample-load");
        assertThat(parsed.getFirst())
                .isEqualTo(
                        functions.load(List.of("sample-collect", "sample-load")).getFirst());
    }

    @Test
    void refusesTextsThatDoNotFitTogether() {
        TreeMap<String, String> alone = new TreeMap<>(Map.of("sample-collect", resource("sample-collect")));
        TreeMap<String, String> misnamed = new TreeMap<>(Map.of("renamed", resource("sample-load")));

        assertThatThrownBy(() -> functions.parseAll(alone)).hasMessageContaining("sample-load");
        assertThatThrownBy(() -> functions.parseAll(misnamed)).hasMessageContaining("renamed");
    }

    private static URL jar(Path file, String function, String text) throws IOException {
        try (OutputStream target = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(target)) {
            jar.putNextEntry(new JarEntry("functions/" + function + "/function.json"));
            jar.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file.toUri().toURL();
    }

    private static String collect() {
        return resource("sample-collect");
    }

    private static String resource(String function) {
        String location = "functions/%s/function.json".formatted(function);
        try (InputStream content =
                FunctionDefinitionsTest.class.getClassLoader().getResourceAsStream(location)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
