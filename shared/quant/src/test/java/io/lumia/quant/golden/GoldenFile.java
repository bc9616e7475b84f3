package io.lumia.quant.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumia.quant.linear.SymmetricMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One reference file of the folder named by {@code -Dgolden.dir}, by default the copy in this module. */
public record GoldenFile(Path path, JsonNode json) {

    public static final Path FOLDER = folder(System.getProperty("golden.dir", "src/test/resources/golden"));
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Every file of the folder whose name is {@code kind.json} or begins with {@code kind_}; none is a failure. */
    static Stream<GoldenFile> ofKind(String kind) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().matches(kind + "(_.*)?\\.json"))
                    .sorted()
                    .toList();
            assertThat(found)
                    .as("%s*.json in %s", kind, FOLDER.toAbsolutePath())
                    .isNotEmpty();
            return found.stream().map(GoldenFile::read);
        }
    }

    /** Tests run in the module's folder, but a relative path was probably written in the repository's, two above. */
    private static Path folder(String named) {
        return Stream.of("", "..", "../..")
                .map(up -> Path.of(up).resolve(named))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("golden.dir is '" + named
                        + "'; allowed: a folder, absolute or relative to the module or the repository"));
    }

    private static GoldenFile read(Path path) {
        try {
            return new GoldenFile(path, MAPPER.readTree(path.toFile()));
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
    }

    /** The table of prices that the file names as its input; words may follow the name. */
    GoldenPrices prices() throws IOException {
        String name = json.required("input").asText().split(" ", 2)[0];
        return GoldenPrices.read(path.resolveSibling(name));
    }

    static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    static double[][] matrix(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(GoldenFile::numbers)
                .toArray(double[][]::new);
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Adds a line for each element that differs. */
    static void compare(
            List<String> differences, String name, JsonNode expected, double[] actual, Tolerance tolerance) {
        double[] numbers = numbers(expected);
        if (numbers.length != actual.length) {
            differences.add("%s: expected %d numbers, got %d".formatted(name, numbers.length, actual.length));
            return;
        }
        IntStream.range(0, numbers.length)
                .filter(i -> !tolerance.agrees(numbers[i], actual[i]))
                .mapToObj(i -> "%s[%d]: expected %s, got %s".formatted(name, i, numbers[i], actual[i]))
                .forEach(differences::add);
    }

    static void compare(
            List<String> differences, String name, JsonNode expected, SymmetricMatrix actual, Tolerance tolerance) {
        if (expected.size() != actual.order()) {
            differences.add("%s: expected %d rows, got %d".formatted(name, expected.size(), actual.order()));
            return;
        }
        for (int row = 0; row < actual.order(); row++) {
            compare(differences, name + "[" + row + "]", expected.get(row), actual.toArray()[row], tolerance);
        }
    }

    static void compare(List<String> differences, String name, JsonNode expected, double actual, Tolerance tolerance) {
        boolean agrees = expected.isNull() ? Double.isNaN(actual) : tolerance.agrees(expected.asDouble(), actual);
        if (!agrees) {
            differences.add("%s: expected %s, got %s".formatted(name, expected, actual));
        }
    }

    /** Relative to the expected number plus absolute. */
    record Tolerance(double relative, double absolute) {

        static Tolerance of(JsonNode node) {
            return new Tolerance(node.path("rel").asDouble(0), node.path("abs").asDouble(0));
        }

        boolean agrees(double expected, double actual) {
            return Math.abs(expected - actual) <= absolute + relative * Math.abs(expected);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
