package io.lumia.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.json.Json;
import io.lumia.platform.database.tls.RdsRoots;
import io.lumia.platform.lambda.FunctionContext;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.FunctionDefinitions;
import io.lumia.platform.secret.SecretArn;
import io.lumia.platform.secret.SecretVariables;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.inject.BeanDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.Driver;

/**
 * Every function starts with what the cloud tells it, and makes all that it is made of: handler, controllers, use cases. What
 * it is told was synthesised and written down by {@code FunctionVariablesTest} of infra-cdk. Two things differ: the database is
 * an embedded one, by password, and secrets have values as the stack makes them. All functions lie on this class path; what a
 * function lacks on its own shows in its own tests.
 */
final class StartInTheCloudTest {

    private static final Path TOLD = Path.of("../infra-cdk/src/test/resources/golden/variables");
    private static final String URL = "DATASOURCES_DEFAULT_URL";
    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.fresh();

    /** What Lambda sets itself. */
    private static final Map<String, String> LAMBDA = Map.of(
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "secret");

    @ParameterizedTest
    @MethodSource("functions")
    void startsAndMakesAllThatItIsMadeOf(String stage, String function) throws Exception {
        Map<String, String> variables = variables(stage, function);

        try (ApplicationContext context = started(variables)) {
            FunctionDefinition definition =
                    context.getBean(FunctionDefinitions.class).load(FunctionHost.FUNCTIONS).stream()
                            .filter(candidate -> candidate.name().equals(function))
                            .findFirst()
                            .orElseThrow();
            Class<?> handler = Class.forName(definition.handler());

            assertThat(context.getBean(handler)).isNotNull();
            for (BeanDefinition<?> part : partsOf(handler.getPackageName(), context)) {
                assertThat(context.getBean(part)).as(part.getName()).isNotNull();
            }
        }
    }

    @Test
    void everyFunctionIsThere() throws IOException {
        assertThat(functions().map(arguments -> arguments.get()[1]).distinct())
                .containsExactlyInAnyOrderElementsOf(FunctionHost.FUNCTIONS);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void believesOnlyADatabaseThatAmazonVouchesFor(String stage, String function) throws IOException {
        String url = told(stage, function).get(URL);
        if (url == null) {
            return;
        }
        Properties parsed = Driver.parseURL(url, new Properties());

        assertThat(parsed).isNotNull().containsEntry("sslmode", "verify-full");
        assertThat(parsed.getProperty("sslfactory")).isEqualTo(RdsRoots.class.getName());
        assertThat(new RdsRoots(parsed.getProperty("sslfactoryarg")).getSupportedCipherSuites())
                .isNotEmpty();
    }

    private static ApplicationContext started(Map<String, String> variables) {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments(FunctionContext.ENVIRONMENT)
                .environmentPropertySource(false)
                .banner(false)
                .propertySources(
                        PropertySource.of("told", new HashMap<>(variables), PropertyConvention.ENVIRONMENT_VARIABLE),
                        SecretVariables.of(variables, StartInTheCloudTest::secret))
                .start();
    }

    private static List<BeanDefinition<?>> partsOf(String packageName, ApplicationContext context) {
        return context.getAllBeanDefinitions().stream()
                .filter(part ->
                        part.isSingleton() && (part.getBeanType().getPackageName() + ".").startsWith(packageName + "."))
                .<BeanDefinition<?>>map(part -> part)
                .toList();
    }

    /** As the stack makes it: 43 letters and digits, or no keys. */
    private static String secret(SecretArn secret) {
        return secret.text().contains("_KEYS-") ? "{}" : "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE";
    }

    private static Map<String, String> variables(String stage, String function) throws IOException {
        Map<String, String> variables = new HashMap<>(told(stage, function));
        variables.putAll(LAMBDA);
        if (variables.containsKey(URL)) {
            variables.put(URL, DATABASE.url());
            variables.put("DATASOURCES_DEFAULT_USERNAME", DATABASE.user());
            variables.put("DATASOURCES_DEFAULT_PASSWORD", "");
            variables.put("LUMIA_DATABASE_AUTHENTICATION", "password");
        }
        return variables;
    }

    private static Map<String, String> told(String stage, String function) throws IOException {
        Map<String, String> told = new HashMap<>();
        tree(stage)
                .path(function)
                .properties()
                .forEach(variable ->
                        told.put(variable.getKey(), variable.getValue().asText()));
        return told;
    }

    private static Stream<Arguments> functions() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (String stage : List.of("dev", "full")) {
            tree(stage).properties().forEach(function -> all.add(Arguments.of(stage, function.getKey())));
        }
        return all.stream();
    }

    private static JsonNode tree(String stage) throws IOException {
        return Json.tree(Files.readString(TOLD.resolve(stage + ".json")));
    }
}
