package io.lumia.infra;

import io.lumia.infra.settings.StageReader;
import io.lumia.infra.settings.StageSettings;
import io.lumia.infra.settings.StageWarnings;
import io.lumia.infra.stack.FunctionCode;
import io.lumia.infra.stack.LumiaStacks;
import io.lumia.kernel.AppException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;

/**
 * What {@code cdk.json} starts. Context values choose: {@code stage} (a file of {@code stages/}) and {@code code}, which is
 * {@code built} or {@code placeholder}.
 */
public final class SynthesizeStacks {

    private static final int FAILED = 1;

    private SynthesizeStacks() {}

    /** The system property {@code lumia.home} names the repository's folder; {@code bin/synthesize} sets it. */
    public static void main(String[] arguments) {
        try {
            synthesize(new App(), Path.of(Objects.requireNonNull(System.getProperty("lumia.home"), "lumia.home")));
        } catch (AppException e) {
            System.err.println("lumia: " + e.getMessage());
            System.exit(FAILED);
        }
    }

    private static void synthesize(App app, Path repository) {
        Path infra = repository.resolve("infra-cdk");
        StageSettings settings = StageReader.read(infra.resolve("stages"), context(app, "stage"));
        StageWarnings.of(settings).forEach(warning -> System.err.println("lumia: warning: " + warning));
        Path functions = repository.resolve("functions");
        LumiaStacks.addTo(app, settings, FunctionFolders.read(functions), code(app, infra, functions));
        app.synth();
    }

    private static FunctionCode code(App app, Path infra, Path functions) {
        String code = context(app, "code");
        return switch (code) {
            case "built" -> new FunctionCode.Built(functions);
            case "placeholder" -> new FunctionCode.Placeholder(infra.resolve("placeholder"));
            default -> throw AppException.invalid("context code", code, "built, placeholder");
        };
    }

    private static String context(App app, String name) {
        @Nullable Object value = app.getNode().tryGetContext(name);
        if (value == null) {
            throw AppException.invalid("context " + name, "missing", "a value, such as -c %s=…".formatted(name));
        }
        return value.toString();
    }
}
