package io.lumia.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.FunctionDefinitions;
import io.lumia.platform.lambda.Trigger;
import io.lumia.web.access.RouteAccess;
import io.lumia.web.document.OpenApiDocument;
import io.lumia.web.http.Retiring;
import io.lumia.web.http.SecretBody;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.JsonMapper;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The document, the routes, function.json and the examples of a function say the same. After a wanted change
 * {@code -Dlumia.document.update=<repository>} writes examples and documents anew; look at the difference before it is
 * committed: what others rely on must not break.
 */
public abstract class DocumentRules {

    protected static final String UPDATE = System.getProperty("lumia.document.update", "");

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String REQUEST_ID = "0192a7c4-7d5e-7a10-9a3c-5b1f2d3e4f50";
    private static final String STEADY_ID = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";

    private final ApiCalls api;
    private final String function;
    private final JsonNode document;

    /** @param function its folder's name */
    protected DocumentRules(ApiCalls api, String function) {
        this.api = api;
        this.function = function;
        this.document = parse(new String(
                OpenApiDocument.ofFunction(api.bean(JsonMapper.class), function).text(), StandardCharsets.UTF_8));
    }

    /** A request whose answer is an example in the document. */
    public record ExampleRequest(
            String method, String path, @Nullable String body) {

        public static ExampleRequest get(String path) {
            return new ExampleRequest("GET", path, null);
        }
    }

    /** By the name of the example's file; asked for in this order. */
    protected abstract Map<String, ExampleRequest> examples();

    /** The folder of the examples, from the root of the repository. */
    protected abstract String examplesFolder();

    /** The part of the document that is this function's. */
    protected JsonNode document() {
        return document;
    }

    @Test
    void isOpenApi31() {
        assertThat(document.path("openapi").asText()).startsWith("3.1");
    }

    @Test
    void hasExactlyTheRoutesOfTheControllers() {
        Set<String> described = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(
                        operation -> described.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(described)
                .isEqualTo(describedRoutes()
                        .map(route -> route.getHttpMethodName() + " " + path(route))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void hasExactlyTheParametersOfTheControllers() {
        describedRoutes().forEach(route -> {
            JsonNode operation = document.path("paths")
                    .path(path(route))
                    .path(route.getHttpMethodName().toLowerCase(Locale.ROOT));
            Set<String> documented = elements(operation.path("parameters"))
                    .filter(parameter -> parameter.path("in").asText().equals("query"))
                    .map(parameter -> parameter.path("name").asText())
                    .collect(Collectors.toSet());

            assertThat(documented).as(path(route)).isEqualTo(queryParameters(route));
        });
    }

    @Test
    void saysOfEveryOperationWhatItsRouteNeeds() {
        JsonNode access = parse(resource("/openapi/access.json"));
        describedRoutes().forEach(route -> {
            JsonNode operation = document.path("paths")
                    .path(path(route))
                    .path(route.getHttpMethodName().toLowerCase(Locale.ROOT));
            String needed =
                    switch (RouteAccess.of(route)) {
                        case RouteAccess.Scoped scoped -> scoped.scope().code();
                        case RouteAccess.Open _ -> "open";
                        case RouteAccess.Unstated _ -> "nothing";
                    };
            assertThat(access.path(operation.path("operationId").asText()).asText())
                    .as(path(route))
                    .isEqualTo(needed);
        });
    }

    @Test
    void saysOfEveryPostWhetherItTakesAnIdempotencyKey() {
        describedRoutes()
                .filter(route -> route.getHttpMethodName().equals("POST"))
                .forEach(route -> {
                    JsonNode operation =
                            document.path("paths").path(path(route)).path("post");
                    boolean takesKey = elements(operation.path("parameters"))
                            .anyMatch(
                                    parameter -> parameter.path("name").asText().equals("Idempotency-Key"));
                    assertThat(takesKey)
                            .as(path(route))
                            .isEqualTo(!route.getAnnotationMetadata().hasAnnotation(SecretBody.class));
                });
    }

    @Test
    void saysOfEveryOperationWhetherItGoesAway() {
        describedRoutes().forEach(route -> {
            JsonNode operation = document.path("paths")
                    .path(path(route))
                    .path(route.getHttpMethodName().toLowerCase(Locale.ROOT));
            Optional<AnnotationValue<Retiring>> retiring =
                    route.getAnnotationMetadata().findAnnotation(Retiring.class);

            assertThat(operation.path("deprecated").asBoolean(false))
                    .as(path(route))
                    .isEqualTo(retiring.isPresent());
            retiring.ifPresent(dates -> assertThat(LocalDate.parse(dates.getRequiredValue("since", String.class)))
                    .as(path(route))
                    .isBefore(LocalDate.parse(dates.getRequiredValue("sunset", String.class))));
        });
    }

    @Test
    void functionJsonHasExactlyTheRoutesOfTheControllers() {
        // Alone it may send to a queue whose receiver is not on the class path, so it is read and not held against
        // others.
        FunctionDefinition definition = api.bean(FunctionDefinitions.class)
                .parse(function, resource("/functions/%s/function.json".formatted(function)));
        Set<String> declared = ((Trigger.Http) definition.trigger())
                .routes().stream()
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> served = routes().flatMap(
                        route -> Stream.of(route.getHttpMethodName() + " " + path(route), "OPTIONS " + path(route)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(declared).isEqualTo(served);
    }

    @Test
    void onlyWhatIsOpenToAllDoesWithoutTheAuthoriser() {
        FunctionDefinition definition = api.bean(FunctionDefinitions.class)
                .parse(function, resource("/functions/%s/function.json".formatted(function)));
        Set<String> open = routes().filter(route -> RouteAccess.of(route) instanceof RouteAccess.Open)
                .map(route -> route.getHttpMethodName() + " " + path(route))
                .collect(Collectors.toSet());

        assertThat(((Trigger.Http) definition.trigger())
                        .routes().stream()
                                .filter(route -> !route.authorised())
                                .map(route -> route.method() + " " + route.path()))
                .isSubsetOf(open);
    }

    @Test
    void everyParameterSaysWhatItIs() {
        operations().forEach((id, operation) -> elements(operation.path("parameters"))
                .forEach(parameter -> assertThat(parameter.path("description").asText())
                        .as("%s of %s", parameter.path("name"), id)
                        .isNotEmpty()));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        collectReferences(document, references);

        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void noSchemaIsImpossible() {
        assertThat(document.toString())
                .doesNotContain("allowableValues", "\"type\":\"null\",\"allOf\"", "\"null\",\"object\"");
    }

    @Test
    void examplesAreRealAnswers() throws IOException {
        for (Map.Entry<String, ExampleRequest> example : examples().entrySet()) {
            String answer = answer(example.getValue());
            String text = example.getKey().endsWith(".json") ? pretty(answer) : answer;
            if (UPDATE.isEmpty()) {
                assertThat(resource("/openapi-examples/" + example.getKey()))
                        .as(example.getKey())
                        .isEqualTo(text);
            } else {
                Files.writeString(Path.of(UPDATE, examplesFolder(), example.getKey()), text);
            }
        }
    }

    @Test
    void examplesFollowTheirSchemas() {
        operations().forEach((id, operation) -> {
            JsonNode media = success(operation).at("/content/application~1json");
            if (!media.isMissingNode()) {
                assertThat(media.has("example")).as(id).isTrue();
                assertThat(problems(media.path("schema"), media.path("example")))
                        .as(id)
                        .isEmpty();
            }
        });
    }

    private static JsonNode success(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** By it a program tells them from answers, whose success is true. */
    @Test
    void successOfAFailureIsTheConstantFalse() {
        JsonNode success = document.at("/components/schemas/Failure/properties/success");

        assertThat(success.path("type").asText()).isEqualTo("boolean");
        assertThat(success.path("const").isBoolean()).isTrue();
        assertThat(success.path("const").asBoolean()).isFalse();
    }

    @Test
    void everyMapIsAnObject() {
        assertThat(document.findParents("additionalProperties"))
                .allSatisfy(map -> assertThat(map.path("type").asText()).isEqualTo("object"));
    }

    @Test
    void noPropertyIsAnAnnotationsName() {
        document.at("/components/schemas")
                .forEach(schema -> schema.path("properties").properties().forEach(property -> assertThat(
                                property.getValue().has("name"))
                        .as(property.getKey())
                        .isFalse()));
    }

    @Test
    void failuresFollowTheirSchemaToo() {
        String known = examples().values().iterator().next().path().replaceFirst("\\?.*", "");
        for (String request : List.of("/nothing", known + "?colour=red")) {
            JsonNode schema = MAPPER.createObjectNode().put("$ref", "#/components/schemas/Failure");
            assertThat(problems(schema, parse(api.get(request).body())))
                    .as(request)
                    .isEmpty();
        }
    }

    /** Holds a text equal to a committed file, or writes it there. */
    protected static void assertIsCommitted(String json, String resource, String file) throws IOException {
        String text = pretty(json);
        if (UPDATE.isEmpty()) {
            assertThat(text).isEqualTo(resource(resource));
        } else {
            Files.writeString(Path.of(UPDATE, file), text);
        }
    }

    /** What differs from run to run is replaced. */
    private String answer(ExampleRequest example) {
        Map<String, String> headers = Map.of("X-Request-ID", REQUEST_ID, "Content-Type", "application/json");
        String body = api.send(example.method(), example.path(), headers, example.body())
                .body();
        return steady(withSteadyAssets(body.replaceAll("\"execution_time_ms\":\\d+", "\"execution_time_ms\":3")
                .replaceAll("\"latency_ms\":[0-9.]+", "\"latency_ms\":0.4")
                .replaceAll("\"id\":\"(?!00000000)[0-9a-f-]{36}\"", "\"id\":\"" + STEADY_ID + "\"")));
    }

    /** What else differs from run to run in a function's answers, replaced. */
    protected String steady(String body) {
        return body;
    }

    /** Two assets stay two. */
    private static String withSteadyAssets(String body) {
        Map<String, String> steady = new HashMap<>();
        return Pattern.compile("(?<=\"asset_id\":\")(?!00000000)[0-9a-f-]{36}(?=\")")
                .matcher(body)
                .replaceAll(asset -> steady.computeIfAbsent(
                        asset.group(), _ -> STEADY_ID.substring(0, STEADY_ID.length() - 1) + steady.size()));
    }

    private Set<ValidationMessage> problems(JsonNode schema, JsonNode value) {
        var root = MAPPER.createObjectNode();
        root.set("components", document.path("components"));
        root.setAll((com.fasterxml.jackson.databind.node.ObjectNode) schema.deepCopy());
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
        return compiled.validate(value);
    }

    private Stream<UriRouteInfo<?, ?>> routes() {
        return api.bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getDeclaringType()
                        .getName()
                        .startsWith("io.lumia.functions.%s.".formatted(function.replace("-", ""))))
                .map(route -> (UriRouteInfo<?, ?>) route);
    }

    /** HEAD and OPTIONS go with every route and are not described. */
    private Stream<UriRouteInfo<?, ?>> describedRoutes() {
        return routes().filter(route -> !Set.of("HEAD", "OPTIONS").contains(route.getHttpMethodName()));
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

    protected Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.path("paths")
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

    protected static Set<String> names(JsonNode object) {
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

    protected static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static String resource(String name) {
        try (InputStream content = DocumentRules.class.getResourceAsStream(name)) {
            assertThat(content).as(name).isNotNull();
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
