package io.lumia.infra.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumia.infra.FunctionFolders;
import io.lumia.infra.settings.StageReader;
import io.lumia.infra.settings.StageSettings;
import io.lumia.platform.lambda.FunctionDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** A stage's synthesised templates as JSON. Each stage is synthesised once a test run: starting the CDK takes its time. */
final class Templates {

    static final Path MODULE = Path.of("").toAbsolutePath();
    static final Path FUNCTIONS = MODULE.resolveSibling("functions");
    static final Path SAMPLE_FUNCTIONS =
            Path.of("src/test/resources/sample-functions").toAbsolutePath();
    static final Path SAMPLE_STAGES =
            Path.of("src/test/resources/sample-stages").toAbsolutePath();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Templates> MADE = new ConcurrentHashMap<>();

    private final Path assembly;
    private final List<FunctionDefinition> functions;
    private final Map<String, JsonNode> byStack;
    private final List<String> findings;

    private Templates(
            Path assembly, List<FunctionDefinition> functions, Map<String, JsonNode> byStack, List<String> findings) {
        this.assembly = assembly;
        this.functions = functions;
        this.byStack = byStack;
        this.findings = findings;
    }

    /** A resource of a template. */
    record Resource(String stack, String id, JsonNode node) {

        String type() {
            return node.path("Type").asText();
        }

        JsonNode properties() {
            return node.path("Properties");
        }

        JsonNode property(String pointer) {
            return properties().at(pointer);
        }
    }

    /** The functions of this repository on one of its stages. */
    static Templates ofRepository(String stage) {
        return MADE.computeIfAbsent(
                "repository/" + stage, _ -> synthesise("repository", FUNCTIONS, MODULE.resolve("stages"), stage));
    }

    /** The functions of this repository on a stage of the tests'. */
    static Templates ofRepositoryOnSample(String stage) {
        return MADE.computeIfAbsent(
                "repository-on/" + stage, _ -> synthesise("repository-on", FUNCTIONS, SAMPLE_STAGES, stage));
    }

    /** A few functions of every kind on a stage of the tests'. */
    static Templates ofSamples(String stage) {
        return MADE.computeIfAbsent(
                "samples/" + stage, _ -> synthesise("samples", SAMPLE_FUNCTIONS, SAMPLE_STAGES, stage));
    }

    private static Templates synthesise(String kind, Path functionsFolder, Path stages, String stage) {
        StageSettings settings = StageReader.read(stages, stage);
        List<FunctionDefinition> functions = FunctionFolders.read(functionsFolder);
        App app = new App(AppProps.builder()
                .outdir(MODULE.resolve("target/synthesised")
                        .resolve(kind)
                        .resolve(stage)
                        .toString())
                .analyticsReporting(false)
                .treeMetadata(false)
                .build());
        LumiaStacks.addTo(app, settings, functions, new FunctionCode.Placeholder(MODULE.resolve("placeholder")));
        return read(functions, Path.of(app.synth().getDirectory()), "lumia-" + stage + "-");
    }

    private static Templates read(List<FunctionDefinition> functions, Path assembly, String prefix) {
        Map<String, JsonNode> byStack = new TreeMap<>();
        for (String stack : stacks(assembly)) {
            byStack.put(stack.substring(prefix.length()), json(assembly.resolve(stack + ".template.json")));
        }
        return new Templates(assembly, functions, byStack, findings(assembly));
    }

    /** Errors and warnings that the synthesis left, each with the path of what it is about. */
    static List<String> findings(Path assembly) {
        List<String> findings = new ArrayList<>();
        for (String stack : stacks(assembly)) {
            json(assembly.resolve(stack + ".metadata.json")).properties().forEach(about -> about.getValue()
                    .forEach(entry -> addFinding(about.getKey(), entry, findings)));
        }
        return findings;
    }

    private static List<String> stacks(Path assembly) {
        return json(assembly.resolve("manifest.json")).path("artifacts").properties().stream()
                .filter(artifact -> artifact.getValue().path("type").asText().equals("aws:cloudformation:stack"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void addFinding(String path, JsonNode entry, List<String> findings) {
        if (List.of("aws:cdk:error", "aws:cdk:warning")
                .contains(entry.path("type").asText())) {
            findings.add(path + ": " + entry.path("data").asText());
        }
    }

    /** The folder that the synthesis wrote. */
    Path assembly() {
        return assembly;
    }

    List<FunctionDefinition> functions() {
        return functions;
    }

    Map<String, JsonNode> byStack() {
        return byStack;
    }

    List<String> findings() {
        return findings;
    }

    List<Resource> all() {
        return byStack.entrySet().stream()
                .flatMap(stack -> stack.getValue().path("Resources").properties().stream()
                        .map(resource -> new Resource(stack.getKey(), resource.getKey(), resource.getValue())))
                .toList();
    }

    List<Resource> ofType(String type) {
        return all().stream().filter(resource -> resource.type().equals(type)).toList();
    }

    List<Resource> ofType(String type, Predicate<Resource> which) {
        return ofType(type).stream().filter(which).toList();
    }

    /** The one resource of a type whose property has a value. */
    Resource only(String type, String pointer, String value) {
        List<Resource> found =
                ofType(type, resource -> resource.property(pointer).asText().equals(value));
        if (found.size() != 1) {
            throw new AssertionError("%d resources %s with %s = %s".formatted(found.size(), type, pointer, value));
        }
        return found.getFirst();
    }

    /** The statements of a role's own policies. */
    static Stream<JsonNode> statements(Resource role) {
        List<JsonNode> statements = new ArrayList<>();
        role.property("/Policies")
                .forEach(policy -> policy.at("/PolicyDocument/Statement").forEach(statements::add));
        return statements.stream();
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
