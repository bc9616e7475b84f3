package io.lumia.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The templates of a few functions, as reviewed. A change is written down by {@code mvn -pl infra-cdk test
 * -Dgolden.update=true} and committed by itself. Sample functions, so that a new folder of {@code functions/} changes none.
 */
class GoldenTemplatesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @ParameterizedTest
    @ValueSource(strings = {"lean", "full"})
    void templatesAreAsReviewed(String stage) throws IOException {
        Path folder = GOLDEN.resolve(stage);
        Map<String, String> templates = Templates.ofSamples(stage).byStack().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, template -> ReadableTemplate.of(template.getValue())));

        if (Boolean.getBoolean("golden.update")) {
            write(folder, templates);
        }

        assertThat(stacksIn(folder)).isEqualTo(templates.keySet());
        for (Map.Entry<String, String> template : templates.entrySet()) {
            assertThat(template.getValue())
                    .as("stack %s of stage %s; -Dgolden.update=true writes it anew", template.getKey(), stage)
                    .isEqualTo(Files.readString(folder.resolve(template.getKey() + ".json")));
        }
    }

    private static void write(Path folder, Map<String, String> templates) throws IOException {
        Files.createDirectories(folder);
        for (String stack : stacksIn(folder)) {
            Files.delete(folder.resolve(stack + ".json"));
        }
        for (Map.Entry<String, String> template : templates.entrySet()) {
            Files.writeString(folder.resolve(template.getKey() + ".json"), template.getValue());
        }
    }

    private static Set<String> stacksIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toSet());
        }
    }
}
