package io.lumia.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lumia.infra.stack.Templates.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every function of this repository is told in the cloud, written down for {@code StartInTheCloudTest} of the local
 * program, which starts each with it: the program of the laptop has no CDK. Written anew by {@code -Dgolden.update=true}.
 */
class FunctionVariablesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/variables");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
            .build();

    /** What only a deployment knows, as one in account 111122223333 could have it. */
    private static final Map<String, String> KNOWN = Map.of(
            "AWS::Partition", "aws",
            "AWS::Region", "eu-central-1",
            "AWS::AccountId", "111122223333",
            "AWS::URLSuffix", "amazonaws.com");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "full"})
    void whatFunctionsAreToldIsWrittenDown(String stage) throws IOException {
        Templates templates =
                stage.equals("dev") ? Templates.ofRepository(stage) : Templates.ofRepositoryOnSample(stage);
        Path file = GOLDEN.resolve(stage + ".json");
        String text = text(templates, "lumia-" + stage + "-");

        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }

        assertThat(text)
                .as("stage %s; -Dgolden.update=true writes it anew", stage)
                .isEqualTo(Files.readString(file));
    }

    private static String text(Templates templates, String prefix) throws JsonProcessingException {
        Map<String, Map<String, String>> functions = new TreeMap<>();
        for (Resource function : templates.ofType("AWS::Lambda::Function")) {
            Map<String, String> variables = new TreeMap<>();
            function.property("/Environment/Variables")
                    .properties()
                    .forEach(variable ->
                            variables.put(variable.getKey(), resolved(variable.getKey(), variable.getValue())));
            functions.put(function.property("/FunctionName").asText().substring(prefix.length()), variables);
        }
        return JSON.writeValueAsString(functions) + "\n";
    }

    private static String resolved(String variable, JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.has("Fn::Join")) {
            return StreamSupport.stream(value.at("/Fn::Join/1").spliterator(), false)
                    .map(part -> resolved(variable, part))
                    .collect(Collectors.joining(value.at("/Fn::Join/0").asText()));
        }
        String known = KNOWN.get(value.path("Ref").asText());
        return known != null ? known : made(variable);
    }

    /** A value that another stack gives. */
    private static String made(String variable) {
        if (variable.startsWith("LUMIA_SECRETS_")) {
            String name = variable.substring("LUMIA_SECRETS_".length());
            return "arn:aws:secretsmanager:eu-central-1:111122223333:secret:lumia/" + name + "-a1b2c3";
        }
        return switch (variable) {
            case "DATASOURCES_DEFAULT_URL" -> "database.cluster-abc.eu-central-1.rds.amazonaws.com";
            case "LUMIA_OBJECTS_LOCATION" -> "landing";
            case "LUMIA_ACCOUNTS_KEY_ENCRYPTION_KMS_KEY" ->
                "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000";
            default -> throw new AssertionError("no value is known for " + variable);
        };
    }
}
