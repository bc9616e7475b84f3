package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.local.json.Json;
import io.lumia.local.runtime.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Calls one function as Lambda would. */
@Command(
        name = "invoke",
        description = {
            "Invoke one function with an event, as Lambda would, and print its answer.",
            "Messages it sends wait for their function, which works them off while 'up' runs or with --drain."
        },
        mixinStandardHelpOptions = true)
final class InvokeCommand extends LumiaCommand {

    private static final long MAX_EVENT_BYTES = 6L * 1024 * 1024;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private PackagedOptions packaged = new PackagedOptions();

    @Parameters(paramLabel = "FUNCTION", description = "Its folder's name, such as compute-signals.")
    private String function = "";

    @Option(
            names = "--event",
            paramLabel = "FILE",
            description =
                    "The event as JSON; - reads it from the input stream. Without it the function's own sample-event.json.")
    private @Nullable Path event;

    @Option(names = "--drain", description = "Then work off the queues until all is done.")
    private boolean drain;

    @Override
    int run() throws IOException {
        boolean asPackaged = packaged.isWanted();
        String text = text();
        Json.tree(text);
        try (Installation installation = Installation.openOrCreate(data.folder(this), "invoke")) {
            int exitCode =
                    asPackaged ? packaged.invoke(this, installation, function, text) : invoke(installation, text);
            if (drain) {
                installation.pipeline().awaitIdle(Waits.LOAD, () -> {});
            }
            return exitCode;
        }
    }

    private int invoke(Installation installation, String text) {
        // An answer is JSON with or without --json.
        out().println(installation.functions().invoke(function, text));
        out().flush();
        return ExitCodes.DONE;
    }

    private String text() throws IOException {
        Path file = event == null ? SampleEvents.of(function) : event;
        if (file.toString().equals("-")) {
            return new String(System.in.readNBytes((int) MAX_EVENT_BYTES), StandardCharsets.UTF_8);
        }
        if (!Files.isReadable(file)) {
            throw AppException.invalid("--event", file, "a file that can be read");
        }
        if (Files.size(file) > MAX_EVENT_BYTES) {
            throw AppException.invalid("--event", file, "a file of at most %d bytes".formatted(MAX_EVENT_BYTES));
        }
        return Files.readString(file);
    }
}
