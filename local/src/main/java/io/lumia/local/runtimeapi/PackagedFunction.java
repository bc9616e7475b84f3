package io.lumia.local.runtimeapi;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.lambda.FunctionDefinition;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function as it is shipped.
 *
 * @param kind   native program or jars
 * @param zip    what is uploaded
 * @param folder its content
 */
public record PackagedFunction(Kind kind, Path zip, Path folder) {

    /** The share of a function's memory that Lambda gives to the heap is not documented; this leaves room for the rest. */
    private static final int HEAP_PERCENT = 75;

    /** What there is to ship. */
    public enum Kind {
        NATIVE("function.zip", "-Pnative"),
        JVM("function-jvm.zip", "-Pjvm");

        private final String file;
        private final String profile;

        Kind(String file, String profile) {
            this.file = file;
            this.profile = profile;
        }

        /** How it is called in texts. */
        public String word() {
            return switch (this) {
                case NATIVE -> "native";
                case JVM -> "JVM";
            };
        }
    }

    /** What was built of a function, if it was. @param home the repository */
    public static Optional<PackagedFunction> find(Path home, String function, Kind kind) {
        Path zip = home.resolve("functions").resolve(function).resolve("target").resolve(kind.file);
        return Files.isReadable(zip)
                ? Optional.of(new PackagedFunction(kind, zip, UnpackedZip.of(zip)))
                : Optional.empty();
    }

    /** How to build it, for a message. */
    public static String howToBuild(String function, Kind kind) {
        return "mvn %s -DskipTests -pl functions/%s -am package".formatted(kind.profile, function);
    }

    /** As Lambda starts it. @param javaOptions further ones, for a function on the JVM */
    public FunctionProcess.Command command(
            FunctionDefinition function, Map<String, String> environment, List<String> javaOptions) {
        return switch (kind) {
            case NATIVE ->
                new FunctionProcess.Command(
                        List.of(folder.resolve("bootstrap").toString(), heap(function)), folder, environment);
            case JVM -> new FunctionProcess.Command(java(function, javaOptions), folder, environment);
        };
    }

    /**
     * Without a package: by the class path of this very program, which holds all functions. For a machine where none was
     * built; what is shipped differs by what it leaves out.
     */
    public static FunctionProcess.Command onOurClassPath(
            Path home, FunctionDefinition function, Map<String, String> environment) {
        List<String> words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                heap(function),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                AWSLambda.class.getName(),
                function.handler());
        return new FunctionProcess.Command(words, home.resolve("functions").resolve(function.name()), environment);
    }

    /** Lambda's Java runtime: AWS's own client before the function's jars, a serial collector, the quick compiler. */
    private List<String> java(FunctionDefinition function, List<String> options) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-XX:+UseSerialGC");
        words.add("-XX:TieredStopAtLevel=1");
        words.add(heap(function));
        words.add("--enable-native-access=ALL-UNNAMED");
        words.addAll(options);
        words.add("-cp");
        words.add(classPath());
        words.add(AWSLambda.class.getName());
        words.add(function.handler());
        return words;
    }

    /** Lambda has no more than the function's memory; without a limit a heap grows with this machine's. */
    private static String heap(FunctionDefinition function) {
        return "-Xmx%dm".formatted(function.memoryMegabytes() * HEAP_PERCENT / 100);
    }

    private String classPath() {
        List<String> jars = new ArrayList<>();
        for (Class<?> type : List.of(AWSLambda.class, PojoSerializer.class, RequestHandler.class)) {
            jars.add(jarOf(type));
        }
        jars.addAll(UnpackedZip.jars(folder.resolve("lib")));
        return String.join(System.getProperty("path.separator"), jars);
    }

    private static String jarOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AppException(ErrorCode.INTERNAL, "no jar holds " + type, e);
        }
    }
}
