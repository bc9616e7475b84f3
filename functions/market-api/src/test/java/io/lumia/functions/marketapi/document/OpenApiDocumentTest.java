package io.lumia.functions.marketapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.lumia.functions.marketapi.ApiUnderTest;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.FunctionDefinitions;
import io.lumia.platform.lambda.Trigger;
import io.lumia.quant.signal.SignalColumn;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The document, the routes, function.json and the examples say the same. After a wanted change
 * {@code -Dlumia.document.update=<module folder>} writes the examples and the golden document anew; look at the
 * difference before it is committed: what others rely on must not break.
 */
class OpenApiDocumentTest {

    private static final ApiUnderTest API = ApiUnderTest.shared();
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String UPDATE = System.getProperty("lumia.document.update", "");
    private static final JsonNode DOCUMENT =
            parse(API.get("/api/v1/openapi.json").body());

    @Test
    void isOpenApi31() {
        assertThat(DOCUMENT.path("openapi").asText()).startsWith("3.1");
        assertThat(DOCUMENT.at("/info/title").asText()).isEqualTo("Lumia market API");
    }

    @Test
    void hasExactlyTheRoutesOfTheControllers() {
        Set<String> routes = routes().filter(route -> route.getHttpMethodName().equals("GET"))
                .map(OpenApiDocumentTest::path)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(names(DOCUMENT.path("paths"))).isEqualTo(routes);
    }

    @Test
    void hasExactlyTheParametersOfTheControllers() {
        routes().filter(route -> route.getHttpMethodName().equals("GET")).forEach(route -> {
            JsonNode operation = DOCUMENT.path("paths").path(path(route)).path("get");
            Set<String> documented = elements(operation.path("parameters"))
                    .filter(parameter -> parameter.path("in").asText().equals("query"))
                    .map(parameter -> parameter.path("name").asText())
                    .collect(Collectors.toSet());

            assertThat(documented).as(path(route)).isEqualTo(queryParameters(route));
        });
    }

    @Test
    void functionJsonHasExactlyTheRoutesOfTheControllers() {
        FunctionDefinition definition =
                API.bean(FunctionDefinitions.class).load(List.of("market-api")).getFirst();
        Set<String> declared = ((Trigger.Http) definition.trigger())
                .routes().stream()
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> served = routes().flatMap(
                        route -> Stream.of(route.getHttpMethodName() + " " + path(route), "OPTIONS " + path(route)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(declared).isEqualTo(served);
        assertThat(definition.handler()).isEqualTo("io.lumia.functions.marketapi.MarketApiHandler");
    }

    @Test
    void everyParameterAndFieldOfANumberSaysWhatItIs() {
        operations().forEach((id, operation) -> elements(operation.path("parameters"))
                .forEach(parameter -> assertThat(parameter.path("description").asText())
                        .as("%s of %s", parameter.path("name"), id)
                        .isNotEmpty()));
        JsonNode signals = DOCUMENT.at("/components/schemas/SignalFields/properties");
        signals.properties().forEach(field -> assertThat(
                        field.getValue().path("description").asText())
                .as(field.getKey())
                .isNotEmpty());
    }

    @Test
    void listsEverySignal() {
        Set<String> expected = Arrays.stream(SignalColumn.values())
                .map(SignalColumn::columnName)
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add("date");

        assertThat(names(DOCUMENT.at("/components/schemas/SignalFields/properties")))
                .isEqualTo(expected);
        for (SignalColumn column : SignalColumn.values()) {
            assertThat(DOCUMENT.at("/components/schemas/SignalFields/properties/" + column.columnName()
                                    + "/description")
                            .asText())
                    .startsWith(column.definition());
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        collectReferences(DOCUMENT, references);

        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        DOCUMENT.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void noSchemaIsImpossible() {
        String text = DOCUMENT.toString();

        assertThat(text).doesNotContain("allowableValues", "\"type\":\"null\",\"allOf\"", "\"null\",\"object\"");
    }

    @Test
    void examplesAreRealAnswers() throws IOException {
        for (Map.Entry<String, String> example : ExampleRequests.all().entrySet()) {
            String answer = ExampleRequests.answer(API, example.getValue());
            String text = example.getKey().endsWith(".json") ? pretty(answer) : answer;
            String file = "src/main/resources/openapi-examples/" + example.getKey();
            if (UPDATE.isEmpty()) {
                assertThat(resource("/openapi-examples/" + example.getKey()))
                        .as(example.getKey())
                        .isEqualTo(text);
            } else {
                Files.writeString(Path.of(UPDATE, file), text);
            }
        }
    }

    @Test
    void examplesFollowTheirSchemas() {
        operations().forEach((id, operation) -> {
            JsonNode media = operation.at("/responses/200/content/application~1json");
            if (!media.isMissingNode()) {
                assertThat(media.has("example")).as(id).isTrue();
                assertThat(problems(media.path("schema"), media.path("example")))
                        .as(id)
                        .isEmpty();
            }
        });
    }

    @Test
    void failuresFollowTheirSchemaToo() {
        for (String request : List.of("/api/v1/assets?x=1&page=0", "/api/v1/assets/NOSUCH", "/nothing")) {
            JsonNode schema = MAPPER.createObjectNode().put("$ref", "#/components/schemas/Failure");
            assertThat(problems(schema, parse(API.get(request).body())))
                    .as(request)
                    .isEmpty();
        }
    }

    @Test
    void aChangeIsMadeOnPurpose() throws IOException {
        String text = pretty(DOCUMENT.toString());
        if (UPDATE.isEmpty()) {
            assertThat(text).isEqualTo(resource("/openapi.golden.json"));
        } else {
            Files.writeString(Path.of(UPDATE, "src/test/resources/openapi.golden.json"), text);
        }
    }

    private static Set<ValidationMessage> problems(JsonNode schema, JsonNode value) {
        var root = MAPPER.createObjectNode();
        root.set("components", DOCUMENT.path("components"));
        root.setAll((com.fasterxml.jackson.databind.node.ObjectNode) schema.deepCopy());
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
        return compiled.validate(value);
    }

    private static Stream<UriRouteInfo<?, ?>> routes() {
        return API.bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getDeclaringType().getName().startsWith("io.lumia.functions.marketapi."))
                .map(route -> (UriRouteInfo<?, ?>) route);
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    private static Set<String> queryParameters(UriRouteInfo<?, ?> route) {
        return Arrays.stream(
                        ((MethodBasedRouteInfo<?, ?>) route).getTargetMethod().getArguments())
                .flatMap(argument -> argument.getAnnotationMetadata().stringValue(QueryValue.class).stream())
                .collect(Collectors.toSet());
    }

    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        DOCUMENT.path("paths")
                .forEach(path -> path.forEach(operation ->
                        operations.put(operation.path("operationId").asText(), operation)));
        return operations;
    }

    private static void collectReferences(JsonNode node, List<String> references) {
        if (node.isObject() && node.path("$ref").isTextual()) {
            references.add(node.path("$ref").asText());
        }
        node.forEach(child -> collectReferences(child, references));
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements.stream();
    }

    private static String pretty(String json) throws IOException {
        return MAPPER.writeValueAsString(MAPPER.readTree(json)) + "\n";
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream content = OpenApiDocumentTest.class.getResourceAsStream(name)) {
            assertThat(content).as(name).isNotNull();
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
