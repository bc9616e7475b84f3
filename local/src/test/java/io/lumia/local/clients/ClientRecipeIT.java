package io.lumia.local.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows docs/clients.md: its own lines are run, and what they make calls the API's stub. Fetching from a registry is left
 * out, so that it works offline: the build has the generator, and what the clients need is asked of this machine.
 */
final class ClientRecipeIT {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path MADE = Path.of("target", "clients").toAbsolutePath();
    private static final String DOCUMENT_ADDRESS = "http://127.0.0.1:8080";
    private static final String KEY = "lum_test_of_the_recipe";
    private static final String DOCUMENT = "functions/market-api/src/test/resources/openapi.golden.json";
    private static final String READERS = "local/src/test/resources/clients/";

    /** The document has that many at least: each operation answers and refuses in several ways. */
    private static final int LEAST_EXAMPLES = 700;

    /** What the generated pom.xml names and the code needs; all of it is on this module's class path. */
    private static final List<String> NEEDED_JARS = List.of(
            "jackson-core-",
            "jackson-databind-",
            "jackson-annotations-",
            "jackson-datatype-jsr310-",
            "jakarta.annotation-api-");

    private static final String PYTHON_PACKAGES =
            "import sys, dateutil, pydantic, typing_extensions, urllib3; sys.exit(tuple(map(int, pydantic.VERSION.split('.')[:2])) < (2, 11))";

    private static final List<String> CALLED = List.of(
            "2014-06-06 " + StubApi.WITH_ZEROS,
            "2014-06-09 " + StubApi.WITH_MANY_DIGITS,
            "2014-06-06 92.2242857143",
            "2014-06-09 93.7",
            "not modified",
            "404 NOT_FOUND",
            "capital 25000.10");

    @TempDir
    private Path temporary;

    @Test
    void namesTheGeneratorThatTheBuildTries() throws Exception {
        String pom = Files.readString(REPOSITORY.resolve("pom.xml"));
        String version = pom.replaceAll("(?s).*<openapi-generator.version>([^<]+)<.*", "$1");

        assertThat(RecipePage.read(REPOSITORY).lines("Java"))
                .anyMatch(line -> line.contains("openapi-generator-cli:" + version + " "));
    }

    @Test
    void keepsDecimalsInJava() throws Exception {
        List<String> recipe = RecipePage.read(REPOSITORY).lines("Java");
        run(only(recipe, "generate -c local/clients/java.json"));
        String classPath = compile();

        try (StubApi api = StubApi.start(REPOSITORY)) {
            String said = run("java -cp %s FirstCall %s".formatted(classPath, api.address()));
            assertThat(said.lines()).containsExactlyElementsOf(CALLED);
            assertThat(api.keys()).hasSize(6).containsOnly(KEY);
        }
        String read = run("java -cp %s ReadExamples %s".formatted(classPath, DOCUMENT));
        assertThat(Integer.parseInt(read.strip())).isGreaterThan(LEAST_EXAMPLES);
    }

    @Test
    void keepsDecimalsInPython() throws Exception {
        assumeTrue(succeeds("python3", "--version"), "python3 is not installed: neither generated nor called");
        List<String> recipe = RecipePage.read(REPOSITORY).lines("Python");
        run(only(recipe, "prepare.py"));
        run(only(recipe, "generate -c local/clients/python.json"));
        run(only(recipe, "exact.py"));
        run("python3 -m compileall -q local/target/clients/python/lumia_client");

        assumeTrue(
                succeeds("python3", "-c", PYTHON_PACKAGES),
                "generated and compiled, not called: python3 lacks pydantic 2.11, urllib3, dateutil or typing_extensions");
        try (StubApi api = StubApi.start(REPOSITORY)) {
            String said = run(only(recipe, "first_call.py").replace(DOCUMENT_ADDRESS, api.address()));
            assertThat(said.lines()).containsExactlyElementsOf(CALLED);
            assertThat(api.keys()).hasSize(6).containsOnly(KEY);
        }
        String read = run(
                "PYTHONPATH=local/target/clients/python python3 %sread_examples.py %s".formatted(READERS, DOCUMENT));
        assertThat(Integer.parseInt(read.strip())).isGreaterThan(LEAST_EXAMPLES);
    }

    @Test
    void keepsDecimalsInTypeScript() throws Exception {
        assumeTrue(
                Files.isExecutable(REPOSITORY.resolve("static-site/node_modules/.bin/rolldown")),
                "the site's tools are not installed: mvn -q -pl static-site package");
        List<String> recipe = RecipePage.read(REPOSITORY).lines("TypeScript");
        for (String part : List.of("mkdir -p", "cp -r", "bin/tsc", "bin/rolldown")) {
            run(only(recipe, part));
        }

        try (StubApi api = StubApi.start(REPOSITORY)) {
            String said = run(only(recipe, "first_call.mjs http").replace(DOCUMENT_ADDRESS, api.address()));
            assertThat(said.lines()).containsExactlyElementsOf(CALLED);
            assertThat(api.keys()).hasSize(6).containsOnly(KEY);
        }
    }

    /** All that was generated, with the programs that use it; the class path to run them by. */
    private String compile() throws IOException, InterruptedException {
        Path classes = temporary.resolve("classes");
        String jars = neededJars();
        run("javac -proc:none -nowarn -d %s -cp %s %s %s %s"
                .formatted(
                        classes,
                        jars,
                        sources(MADE.resolve("java/src/main/java")),
                        "local/clients/java/FirstCall.java",
                        READERS + "ReadExamples.java"));
        return classes + File.pathSeparator + jars;
    }

    private static String only(List<String> lines, String part) {
        List<String> found = lines.stream().filter(line -> line.contains(part)).toList();
        assertThat(found).as("lines of docs/clients.md with '%s'", part).hasSize(1);
        return found.getFirst();
    }

    private static String neededJars() {
        return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(jar -> NEEDED_JARS.stream().anyMatch(new File(jar).getName()::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .collect(Collectors.joining(" "));
        }
    }

    private String run(String line) throws IOException, InterruptedException {
        return new RecipeLine(REPOSITORY, temporary, KEY).run("bash", "-c", line);
    }

    private boolean succeeds(String... command) throws IOException, InterruptedException {
        return new RecipeLine(REPOSITORY, temporary, KEY).exitCode(List.of(command)) == 0;
    }
}
