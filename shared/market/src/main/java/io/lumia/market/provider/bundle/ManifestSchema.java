package io.lumia.market.provider.bundle;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Holds a {@code bundle.json} against the schema that we publish. */
final class ManifestSchema {

    private static final String SCHEMA = "bundle.schema.json";

    private ManifestSchema() {}

    /** What does not follow the schema, in words; empty if all does. */
    static List<String> violations(String json) {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .build();
        try (InputStream resource = Objects.requireNonNull(ManifestSchema.class.getResourceAsStream(SCHEMA), SCHEMA)) {
            String schemaText = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schemaText, config);
            return schema.validate(json, InputFormat.JSON).stream()
                    .map(message -> "bundle.json: " + Text.shown(message.getMessage()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
