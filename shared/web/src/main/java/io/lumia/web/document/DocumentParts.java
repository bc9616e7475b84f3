package io.lumia.web.document;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.util.List;
import java.util.Map;

/**
 * Puts the descriptions of several functions together. A function cannot look into another one, so each but the one that
 * serves the document has its generated part in {@code openapi/parts} of this module, and a test of its own that holds the
 * two equal.
 */
final class DocumentParts {

    private DocumentParts() {}

    /** Where a function's part lies. */
    static String resource(String function) {
        return "/openapi/parts/%s.json".formatted(function);
    }

    /** Adds paths, schemas and tags. A path belongs to one function; a schema of two must say the same in both. */
    static void add(Map<String, Object> whole, Map<String, Object> part) {
        Map<String, Object> paths = Trees.map(whole, "paths");
        Trees.map(part, "paths").forEach((path, operations) -> {
            if (paths.putIfAbsent(path, operations) != null) {
                throw new AppException(ErrorCode.INTERNAL, "two functions describe " + path);
            }
        });
        Map<String, Object> schemas = Trees.map(Trees.map(whole, "components"), "schemas");
        Trees.map(Trees.map(part, "components"), "schemas").forEach((name, schema) -> addSchema(schemas, name, schema));
        addTags(Trees.list(whole, "tags"), Trees.list(part, "tags"));
    }

    private static void addSchema(Map<String, Object> schemas, String name, Object schema) {
        Object known = schemas.putIfAbsent(name, schema);
        if (known != null && !known.equals(schema)) {
            throw new AppException(
                    ErrorCode.INTERNAL, "two functions describe the schema %s otherwise".formatted(name));
        }
    }

    private static void addTags(List<Object> tags, List<Object> further) {
        further.stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
    }
}
