package io.lumia.local.cloud;

import io.lumia.platform.hash.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Says whether anything has changed that templates are made of: the CDK's code, stages, what functions say of themselves. */
final class SourceFingerprint {

    private static final List<String> FOLDERS = List.of(
            "infra-cdk/src/main",
            "infra-cdk/stages",
            "infra-cdk/placeholder",
            "shared/kernel/src/main",
            "shared/platform/src/main");

    /** Which CDK, and which rules, the root's says. */
    private static final List<String> POMS = List.of("pom.xml", "infra-cdk/pom.xml");

    private SourceFingerprint() {}

    /** A hash of paths and contents. @param home the repository */
    static String of(Path home) {
        TreeMap<String, String> hashes = new TreeMap<>();
        FOLDERS.forEach(folder -> addAll(home, home.resolve(folder), hashes));
        POMS.forEach(pom -> add(home, home.resolve(pom), hashes));
        addFunctions(home, hashes);
        return Sha256.hexOf(hashes.toString().getBytes(StandardCharsets.UTF_8));
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
