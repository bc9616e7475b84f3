package io.lumia.local.cloud;

import io.lumia.platform.hash.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Says whether anything has changed that templates are made of: the CDK's code, stages, what functions say of themselves. */
final class SourceFingerprint {

    private static final List<String> FOLDERS = List.of(
            "infra-cdk/src/main",
            "infra-cdk/stages",
            "infra-cdk/placeholder",
            "shared/platform/src/main/java/io/lumia/platform/lambda",
            "shared/platform/src/main/resources/io/lumia/platform/lambda");

    private static final String POM = "infra-cdk/pom.xml";

    private SourceFingerprint() {}

    /** A hash of paths and contents. @param home the repository */
    static String of(Path home) {
        TreeMap<String, String> hashes = new TreeMap<>();
        FOLDERS.forEach(folder -> addAll(home, home.resolve(folder), hashes));
        add(home, home.resolve(POM), hashes);
        addFunctions(home, hashes);
        return HexFormat.of().formatHex(Sha256.of(hashes.toString()));
    }

    private static void addAll(Path home, Path folder, TreeMap<String, String> hashes) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> add(home, file, hashes));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static void addFunctions(Path home, TreeMap<String, String> hashes) {
        Path functions = home.resolve("functions");
        try (Stream<Path> folders = Files.list(functions)) {
            folders.map(folder -> folder.resolve("function.json"))
                    .filter(Files::exists)
                    .forEach(file -> add(home, file, hashes));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + functions, e);
        }
    }

    private static void add(Path home, Path file, TreeMap<String, String> hashes) {
        try {
            hashes.put(home.relativize(file).toString(), Sha256.hexOf(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
