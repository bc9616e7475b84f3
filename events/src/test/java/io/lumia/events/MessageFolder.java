package io.lumia.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.lumia.events.collectrequested.v1.CollectRequested;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One message's folder as it lies on the class path: record, schema, samples. */
record MessageFolder(Path folder) {

    private static final String SCHEMA = "schema.json";
    private static final String INVALID = "invalid-";
    private static final String DELIVERED = "delivered";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    /** Every folder below {@code io.lumia.events} that holds a class or a JSON file, whatever its name. */
    static List<MessageFolder> all() {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("package-info.class"))
                    .map(Path::getParent)
                    .map(folder -> folder.endsWith("samples") ? folder.getParent() : folder)
                    .distinct()
                    .sorted()
                    .map(MessageFolder::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            Path classes = Path.of(CollectRequested.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolve("io/lumia/events");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code pricesloaded/v1}. */
    String name() {
        return root().relativize(folder).toString().replace('\\', '/');
    }

    /** The only top-level record in the folder. */
    Class<?> type() {
        List<String> names = list(folder).stream()
                .map(file -> file.getFileName().toString())
                .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.startsWith("package-info"))
                .toList();
        if (names.size() != 1) {
            throw new AssertionError("%s must hold one record; found: %s".formatted(name(), names));
        }
        String simpleName = names.getFirst().replace(".class", "");
        try {
            return Class.forName("io.lumia.events.%s.%s".formatted(name().replace('/', '.'), simpleName));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** An event is for whoever subscribes, a message for one receiver, to whom it may go over the bus as well. */
    boolean isEvent() {
        return Arrays.stream(type().getRecordComponents())
                .anyMatch(component -> component.getName().equals("eventId"));
    }

    JsonNode schema() {
        return tree(text(folder.resolve(SCHEMA)));
    }

    Set<ValidationMessage> validate(String json) {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(text(folder.resolve(SCHEMA)), InputFormat.JSON, STRICT);
        return schema.validate(json, InputFormat.JSON);
    }

    List<Path> validSamples() {
        return samples().stream()
                .filter(file -> !isNamed(file, INVALID) && !isNamed(file, DELIVERED))
                .toList();
    }

    List<Path> invalidSamples() {
        return samples().stream().filter(file -> isNamed(file, INVALID)).toList();
    }

    List<Path> deliveredSamples() {
        return samples().stream().filter(file -> isNamed(file, DELIVERED)).toList();
    }

    private List<Path> samples() {
        Path samples = folder.resolve("samples");
        return Files.isDirectory(samples) ? list(samples) : List.of();
    }

    private static boolean isNamed(Path file, String prefix) {
        return file.getFileName().toString().startsWith(prefix);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
