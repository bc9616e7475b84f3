package io.lumia.web.document;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.util.Map;

/**
 * What the fields of records mean that know nothing of HTTP and so carry no annotation: those of the domain, and of the
 * form that all answers share. A name that begins with a star stands for all schemas that end with the rest.
 */
final class SchemaDescriptions {

    private static final String ANY = "*";
    private static final String DESCRIPTION = "description";

    private final Map<String, Object> bySchema;

    /** @param bySchema schema, field, description */
    SchemaDescriptions(Map<String, Object> bySchema) {
        this.bySchema = bySchema;
    }

    /** Fails with INTERNAL for a field that is not there, or that says itself what it is. */
    void addTo(Map<String, Object> schemas) {
        schemas.forEach((name, schema) -> bySchema.forEach((pattern, fields) -> {
            if (matches(pattern, name)) {
                describe(name, Trees.map(Trees.asMap(schema), "properties"), Trees.asMap(fields));
            }
        }));
    }

    private static boolean matches(String pattern, String name) {
        return pattern.startsWith(ANY) ? name.endsWith(pattern.substring(ANY.length())) : name.equals(pattern);
    }

    private static void describe(String schema, Map<String, Object> properties, Map<String, Object> fields) {
        fields.forEach((field, description) -> {
            if (!properties.containsKey(field)) {
                throw new AppException(
                        ErrorCode.INTERNAL, "openapi/descriptions.json names %s.%s".formatted(schema, field));
            }
            if (Trees.map(properties, field).putIfAbsent(DESCRIPTION, description) != null) {
                throw new AppException(ErrorCode.INTERNAL, "%s.%s is described twice".formatted(schema, field));
            }
        });
    }
}
