package io.lumia.functions.authorize;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Scope;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which scope each operation needs. The functions decide by what their controllers say; this copy is to write down what they
 * will refuse. {@code AccessMatrixTest} of {@code local} writes it and holds it equal.
 */
@Singleton
final class NeededScopes {

    private static final String FILE = "/authorize/needed-scopes.json";

    private final Map<String, Scope> scopes;

    NeededScopes(JsonMapper json) {
        this.scopes = read(json);
    }

    /** @param operation method and route, such as {@code GET /api/v1/assets/{id}}; empty where anybody may */
    Optional<Scope> of(String operation) {
        String asked = operation.startsWith("HEAD ") ? operation.replaceFirst("HEAD", "GET") : operation;
        return Optional.ofNullable(scopes.get(asked));
    }

    private static Map<String, Scope> read(JsonMapper json) {
        try (InputStream file = NeededScopes.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new AppException(ErrorCode.INTERNAL, "resource %s is missing".formatted(FILE));
            }
            Map<String, Scope> scopes = new HashMap<>();
            json.readValue(file, Argument.mapOf(String.class, String.class))
                    .forEach((operation, code) -> scopes.put(operation, scope(operation, code)));
            return scopes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scope scope(String operation, String code) {
        return Scope.find(code).orElseThrow(() -> AppException.invalid(operation, code, "a scope"));
    }
}
