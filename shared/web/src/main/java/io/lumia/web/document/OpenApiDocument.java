package io.lumia.web.document;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Scope;
import io.micronaut.core.type.Argument;
import io.micronaut.http.MediaType;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The API's OpenAPI document: what the annotation processor generated from each function's controllers, put together and
 * put right by {@link SchemaRepair} and completed by {@link SchemaDescriptions}, with an example of each operation and the answers that every operation can give.
 */
public class OpenApiDocument {

    private static final String GENERATED = "/META-INF/swagger/%s.json";
    private static final String EXAMPLES = "/openapi-examples/%s.%s";
    private static final String OPEN = "open";
    private static final Argument<Map<String, Object>> TREE = Argument.mapOf(String.class, Object.class);

    private final JsonMapper json;
    private final List<String> parts;
    private volatile @Nullable Map<String, Object> document;

    private OpenApiDocument(JsonMapper json, List<String> parts) {
        this.json = json;
        this.parts = List.copyOf(parts);
    }

    /** Of one function alone, as generated when it was compiled. */
    public static OpenApiDocument ofFunction(JsonMapper json, String function) {
        return new OpenApiDocument(json, List.of(GENERATED.formatted(function)));
    }

    /** Of the whole API: a function as generated, and the parts of the others as they lie in this module. */
    public static OpenApiDocument ofAll(JsonMapper json, String function, List<String> others) {
        List<String> parts = new ArrayList<>();
        parts.add(GENERATED.formatted(function));
        others.forEach(other -> parts.add(DocumentParts.resource(other)));
        return new OpenApiDocument(json, parts);
    }

    /** As a tree of maps and lists; built on first use. */
    public Map<String, Object> tree() {
        @Nullable Map<String, Object> built = document;
        if (built == null) {
            built = build();
            document = built;
        }
        return built;
    }

    /** The document itself. */
    public byte[] text() {
        try {
            return json.writeValueAsBytes(tree());
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "the OpenAPI document cannot be written", e);
        }
    }

    /** An operation's example, as its file has it. */
    public static String example(String operationId, String mediaType) {
        return new String(required(exampleFile(operationId, mediaType)), StandardCharsets.UTF_8);
    }

    private Map<String, Object> build() {
        Map<String, Object> tree = parse(required(parts.getFirst()));
        parts.stream().skip(1).forEach(part -> DocumentParts.add(tree, parse(required(part))));
        new SchemaRepair().repair(tree);
        new SchemaNames(parse(required("/openapi/names.json"))).apply(tree);
        Map<String, Object> components = Trees.map(tree, "components");
        Map<String, Object> schemas = Trees.map(components, "schemas");
        new SchemaDescriptions(parse(required("/openapi/descriptions.json"))).addTo(schemas);
        schemas.put("Failure", parse(required("/openapi/failure.json")));
        components.put("responses", parse(required("/openapi/responses.json")));
        components.put("headers", parse(required("/openapi/headers.json")));
        components.put("securitySchemes", parse(required("/openapi/security-schemes.json")));
        Map<String, Object> access = parse(required("/openapi/access.json"));
        Map<String, Object> answers = parse(required("/openapi/answers.json"));
        Trees.operations(tree).forEach(operation -> {
            complete(operation);
            secure(operation, access);
            answer(operation, answers);
        });
        return tree;
    }

    /** Which credentials an operation takes, and what it answers without. */
    private static void secure(Trees.Operation operation, Map<String, Object> access) {
        String scope = String.valueOf(access.get(operation.id()));
        Map<String, Object> responses = Trees.map(operation.node(), "responses");
        if (scope.equals(OPEN)) {
            operation.node().put("security", List.of());
            return;
        }
        List<Object> ways = new ArrayList<>();
        if (Scope.find(scope).filter(Scope.ANONYMOUS::contains).isPresent()) {
            ways.add(Map.of());
        }
        ways.add(Map.of("access_token", List.of(scope)));
        ways.add(Map.of("partner_key", List.of(scope)));
        operation.node().put("security", ways);
        responses.put("401", reference("responses", "Unauthenticated"));
        responses.put("403", reference("responses", "Forbidden"));
        responses.put("429", reference("responses", "QuotaUsedUp"));
    }

    /** Answers that only some operations give. */
    private static void answer(Trees.Operation operation, Map<String, Object> answers) {
        Map<String, Object> responses = Trees.map(operation.node(), "responses");
        Trees.asMap(answers.getOrDefault(operation.id(), Map.of()))
                .forEach((status, name) -> responses.put(status, reference("responses", String.valueOf(name))));
    }

    private void complete(Trees.Operation operation) {
        Map<String, Object> responses = Trees.map(operation.node(), "responses");
        Map<String, Object> success = Trees.map(responses, successOf(responses));
        success.put("description", operation.node().getOrDefault("summary", "The answer"));
        addExamples(operation.id(), Trees.map(success, "content"));
        Map<String, Object> headers = Trees.map(success, "headers");
        headers.put("X-Request-ID", reference("headers", "RequestId"));
        headers.put("Cache-Control", reference("headers", "CacheControl"));
        if (Boolean.TRUE.equals(operation.node().get("deprecated"))) {
            headers.put("Deprecation", reference("headers", "Deprecation"));
            headers.put("Sunset", reference("headers", "Sunset"));
        }
        if (operation.method().equals("get") && !isAboutTheApiItself(operation)) {
            headers.put("ETag", reference("headers", "EntityTag"));
            responses.put("304", reference("responses", "NotModified"));
        }
        responses.put("400", reference("responses", "BadRequest"));
        if (operation.path().contains("{")) {
            responses.put("404", reference("responses", "NotFound"));
        }
        if (!operation.method().equals("get")) {
            completeWriting(operation);
        }
        responses.put("406", reference("responses", "NotAcceptable"));
        responses.put("500", reference("responses", "Failed"));
        responses.put("503", reference("responses", "Unavailable"));
    }

    /** What was begun or made is answered with a status of its own. */
    private static String successOf(Map<String, Object> responses) {
        return responses.keySet().stream()
                .filter(status -> status.startsWith("2"))
                .findFirst()
                .orElse("200");
    }

    private void completeWriting(Trees.Operation operation) {
        Map<String, Object> responses = Trees.map(operation.node(), "responses");
        responses.put("409", reference("responses", "Conflict"));
        if (operation.method().equals("post") && !hasSecretBody(operation)) {
            responses.put("422", reference("responses", "KeyReused"));
            Trees.list(operation.node(), "parameters").add(parse(required("/openapi/idempotency-key.json")));
        }
    }

    /** Such a one takes no Idempotency-Key; the annotation processor does not see the annotation that says so. */
    private boolean hasSecretBody(Trees.Operation operation) {
        return Trees.list(parse(required("/openapi/secret-bodies.json")), "operations")
                .contains(operation.id());
    }

    private static boolean isAboutTheApiItself(Trees.Operation operation) {
        return Trees.asList(operation.node().getOrDefault("tags", List.of())).contains("documentation");
    }

    private void addExamples(String operationId, Map<String, Object> content) {
        content.replaceAll((type, media) -> type.equals(MediaType.APPLICATION_JSON)
                ? withExample(Trees.asMap(media), parse(required(exampleFile(operationId, type))))
                : text(example(operationId, type)));
    }

    private static Map<String, Object> withExample(Map<String, Object> media, Object example) {
        media.put("example", example);
        return media;
    }

    private static Map<String, Object> text(String example) {
        Map<String, Object> media = new LinkedHashMap<>();
        media.put("schema", Map.of("type", "string"));
        return withExample(media, example);
    }

    private static String exampleFile(String operationId, String mediaType) {
        return EXAMPLES.formatted(operationId, mediaType.substring(mediaType.indexOf('/') + 1));
    }

    private static Map<String, Object> reference(String kind, String name) {
        return Map.of("$ref", "#/components/%s/%s".formatted(kind, name));
    }

    private Map<String, Object> parse(byte[] text) {
        try {
            return Trees.asMap(Trees.copy(json.readValue(text, TREE)));
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "a part of the OpenAPI document is no JSON object", e);
        }
    }

    private static byte[] required(String resource) {
        try (@Nullable InputStream content = OpenApiDocument.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new AppException(ErrorCode.INTERNAL, resource + " is not on the class path");
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, resource + " cannot be read", e);
        }
    }
}
