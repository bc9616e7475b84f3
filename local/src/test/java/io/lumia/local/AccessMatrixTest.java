package io.lumia.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import io.lumia.local.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who may call what, as a person can read it, and as the authoriser knows what will be refused. Both follow from the routes
 * of the functions, the scopes of their operations, which {@code DocumentRules} hold equal to the controllers, and the
 * roles. {@code -Dlumia.document.update=<repository>} writes them anew; look at the difference before it is committed.
 */
final class AccessMatrixTest {

    private static final String UPDATE = System.getProperty("lumia.document.update", "");
    private static final Path ROOT = Path.of("..");
    private static final String ACCESS = "shared/web/src/main/resources/openapi/access.json";
    private static final String DOCUMENT = "functions/market-api/src/test/resources/openapi.golden.json";
    private static final String MATRIX = "docs/access.md";
    private static final String SCOPES = "functions/authorize/src/main/resources/authorize/needed-scopes.json";

    private static final String OPEN = "open";
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    /** A browser's question beforehand, and a GET without its body: they need what the GET needs. */
    private static final List<String> LIKE_OTHERS = List.of("HEAD", "OPTIONS");

    private static final String TOP = """
            # Who may call what
            Every operation with the scope that it needs, and who has it. `AccessMatrixTest` of `local` writes this page from the routes of the
            functions, the scopes of their operations and the [roles](accounts.md#roles-and-scopes); each function's `AccessTest` calls every route as every one of them.

            - *yes*: let in; an empty cell: 403, for whoever shows no credentials 401.
            - **anonymous** shows no credentials. Credentials that do not count are a 401 everywhere that requests are counted, also where none are needed.
            - **A partner's key** has the scopes it was given, of those that its owner's role has at that moment.
            - **counted**: against the hour's quota of a network address (anonymous, 100) or of an account (1,000; with the plan premium 10,000). The plan changes
              how much somebody may ask for, never what.
            - What `profile`, `keys`, `webhooks`, `recommendations` and `backtests` are about is the caller's own, whatever his role: another's is a 404.
            - HEAD is as GET; OPTIONS is open and not counted.

            | operation | needs | anonymous | %s | counted |
            |---|---|---|%s---|
            """;

    /** @param needs a scope's code, or {@value #OPEN} */
    private record Operation(String method, String path, String needs, boolean counted) {

        Optional<Scope> scope() {
            return needs.equals(OPEN)
                    ? Optional.empty()
                    : Optional.of(Scope.find(needs).orElseThrow());
        }

        String line() {
            List<String> cells = new ArrayList<>();
            cells.add("`%s %s`".formatted(method, path));
            cells.add(scope().map(scope -> "`" + scope.code() + "`").orElse(""));
            cells.add(yes(scope().map(Scope.ANONYMOUS::contains).orElse(true)));
            Arrays.stream(Role.values())
                    .forEach(role ->
                            cells.add(yes(scope().map(role.scopes()::contains).orElse(true))));
            cells.add(yes(counted));
            return "| " + String.join(" | ", cells) + " |\n";
        }

        private static String yes(boolean is) {
            return is ? "yes" : "";
        }
    }

    @Test
    void thePageSaysWhoMayCallWhat() throws IOException {
        String roles = Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(" | "));
        String lines = operations().stream().map(Operation::line).collect(Collectors.joining());

        holds(MATRIX, TOP.formatted(roles, "---|".repeat(Role.values().length)) + lines);
    }

    @Test
    void theAuthoriserKnowsWhatEachOperationNeeds() throws IOException {
        TreeMap<String, String> needed = new TreeMap<>();
        operations().forEach(operation -> operation
                .scope()
                .ifPresent(scope -> needed.put(operation.method() + " " + operation.path(), scope.code())));
        String entries = needed.entrySet().stream()
                .map(entry -> "  \"%s\": \"%s\"".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(",\n"));

        holds(SCOPES, "{\n" + entries + "\n}\n");
    }

    /** Of all functions, by path. */
    private static List<Operation> operations() throws IOException {
        JsonNode access = json(ACCESS);
        JsonNode paths = json(DOCUMENT).path("paths");
        try (Stream<Path> folders = Files.list(ROOT.resolve("functions"))) {
            return folders.map(folder -> folder.resolve("function.json"))
                    .filter(Files::exists)
                    .flatMap(AccessMatrixTest::routes)
                    .filter(route -> !LIKE_OTHERS.contains(route.path("method").asText()))
                    .map(route -> operation(route, paths, access))
                    .sorted(Comparator.comparing(Operation::path)
                            .thenComparing(operation -> METHODS.indexOf(operation.method())))
                    .toList();
        }
    }

    private static Stream<JsonNode> routes(Path function) {
        List<JsonNode> routes = new ArrayList<>();
        tree(function).at("/trigger/routes").forEach(routes::add);
        return routes.stream();
    }

    private static Operation operation(JsonNode route, JsonNode paths, JsonNode access) {
        String method = route.path("method").asText();
        String path = route.path("path").asText();
        String id = paths.path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("operationId")
                .asText();
        assertThat(METHODS).contains(method);
        assertThat(access.has(id)).as("%s %s is in the document", method, path).isTrue();
        return new Operation(
                method, path, access.path(id).asText(), route.path("authorised").asBoolean(true));
    }

    private static void holds(String file, String text) throws IOException {
        if (!UPDATE.isEmpty()) {
            Files.writeString(Path.of(UPDATE).resolve(file), text);
        }
        assertThat(Files.readString(ROOT.resolve(file)))
                .as("%s; -Dlumia.document.update=<repository> writes it anew", file)
                .isEqualTo(text);
    }

    private static JsonNode json(String file) {
        return tree(ROOT.resolve(file));
    }

    private static JsonNode tree(Path file) {
        try {
            return Json.tree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
