package io.lumia.local.cloud;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.folder.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes the CloudFormation templates of a stage by {@code infra-cdk/bin/synthesize}, without an account and without the
 * functions' zips. What was written once is used again while nothing that goes into it has changed.
 */
public final class Synthesis {

    /** The first time the CDK's jars are fetched and infra-cdk is compiled; later it takes half a minute. */
    private static final Duration LIMIT = Duration.ofMinutes(20);

    private static final String FINGERPRINT = "fingerprint";
    private static final String SUFFIX = ".json";

    private final Path home;
    private final Path kept;
    private final Consumer<String> progress;

    /**
     * @param home     the repository
     * @param kept     a folder for templates, one folder a stage
     * @param progress is told before anything that takes its time
     */
    public Synthesis(Path home, Path kept, Consumer<String> progress) {
        this.home = home;
        this.kept = kept;
        this.progress = progress;
    }

    /** The names that a stage may have here, in their order. */
    private List<String> stages() {
        Path folder = home.resolve("infra-cdk/stages");
        if (!Files.isDirectory(folder)) {
            throw missing("%s is not there: this needs a checkout of the repository".formatted(folder));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** Refuses a stage that is not here. */
    public void check(String stage) {
        if (!stages().contains(stage)) {
            throw AppException.invalid("stage", stage, String.join(", ", stages()));
        }
    }

    /** The folder with the stage's templates; an unknown stage is refused. */
    public Path templates(String stage) {
        check(stage);
        Path folder = kept.resolve(stage);
        String fingerprint = SourceFingerprint.of(home);
        if (!isMadeOf(folder, fingerprint)) {
            progress.accept("synthesising stage %s …".formatted(stage));
            synthesise(stage, folder);
            write(folder.resolve(FINGERPRINT), fingerprint);
        }
        return folder;
    }

    private static boolean isMadeOf(Path folder, String fingerprint) {
        Path file = folder.resolve(FINGERPRINT);
        try {
            return Files.exists(file) && Files.readString(file).equals(fingerprint);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private void synthesise(String stage, Path folder) {
        requireNode();
        deleteAll(folder);
        Path log = kept.resolve(stage + ".log");
        Map<String, String> environment = Map.of(
                "CDK_OUTDIR",
                folder.toString(),
                "CDK_CONTEXT_JSON",
                "{\"stage\":\"%s\",\"code\":\"placeholder\"}".formatted(stage),
                "LUMIA_JAVA_HOME",
                System.getProperty("java.home"));
        Path script = home.resolve("infra-cdk/bin/synthesize");
        ToolRun.Ended ended = ToolRun.of(List.of(script.toString()), home, environment, log, LIMIT);
        if (!ended.succeeded()) {
            throw missing("stage %s was not synthesised: %s %s; its last words (all are in %s):%n%s"
                    .formatted(stage, script, ended.how(), log, ended.lastLines()));
        }
    }

    private static void requireNode() {
        if (!ToolRun.exists("node")) {
            throw missing("node is missing, which the CDK needs to write templates: install node 20 or newer"
                    + " (Debian: apt-get install nodejs, macOS: brew install node)");
        }
    }

    private static AppException missing(String what) {
        return new AppException(ErrorCode.TRANSPORT_UNAVAILABLE, what);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void deleteAll(Path folder) {
        try {
            Folders.deleteAll(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + folder, e);
        }
    }
}
