package io.lumia.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Schemas as the annotation processor writes them, and as they are served. */
class SchemaRepairTest {

    private static final JsonMapper JSON = JsonMapper.createDefault();

    @Test
    void aMapIsAnObjectWhereverItStands() throws IOException {
        Map<String, Object> repaired = repaired("""
                {"Run": {"properties": {
                  "failures": {"additionalProperties": {"type": "integer"}},
                  "sections": {"additionalProperties": {"type": "array", "items": {"additionalProperties": {}}}}}}}""");

        assertThat(repaired).isEqualTo(schemas("""
                {"Run": {"properties": {
                  "failures": {"type": "object", "additionalProperties": {"type": "integer"}},
                  "sections": {"type": "object", "additionalProperties":
                    {"type": "array", "items": {"type": "object", "additionalProperties": {}}}}}}}"""));
    }

    @Test
    void anExactNumberHasNoFormatAndAStatisticIsADouble() throws IOException {
        Map<String, Object> repaired = repaired("""
                {"Bar": {"properties": {
                  "close": {"type": ["number", "null"], "format": "decimal"},
                  "opens": {"type": "array", "items": {"type": "number", "format": "decimal"}},
                  "beta": {"type": "number", "format": "double"}}}}""");

        assertThat(repaired).isEqualTo(schemas("""
                {"Bar": {"properties": {
                  "close": {"type": ["number", "null"]},
                  "opens": {"type": "array", "items": {"type": "number"}},
                  "beta": {"type": "number", "format": "double"}}}}"""));
    }

    @Test
    void aComponentIsThereUnderItsOwnNameAloneAndAFieldMayBeCalledName() throws IOException {
        Map<String, Object> repaired = repaired("""
                {"AssetGlance": {"properties": {
                  "name": {"type": "string"},
                  "return_1d": {"type": "number", "format": "double"},
                  "asset_glance": {"type": "number", "format": "double", "name": "AssetGlance"}}},
                 "Done": {"properties": {"done": {"type": "string"}}}}""");

        assertThat(repaired).isEqualTo(schemas("""
                {"AssetGlance": {"properties": {
                  "name": {"type": "string"},
                  "return_1d": {"type": "number", "format": "double"}}},
                 "Done": {"properties": {"done": {"type": "string"}}}}"""));
    }

    private static Map<String, Object> repaired(String schemas) throws IOException {
        Map<String, Object> document =
                Trees.asMap(Trees.copy(Map.of("components", Map.of("schemas", schemas(schemas)))));
        new SchemaRepair().repair(document);
        return Trees.map(Trees.map(document, "components"), "schemas");
    }

    private static Map<String, Object> schemas(String json) throws IOException {
        return JSON.readValue(json, Argument.mapOf(String.class, Object.class));
    }
}
