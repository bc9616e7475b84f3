package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.local.json.Json;
import io.lumia.local.runtime.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Parameters(paramLabel = "FUNCTION", description = "Its folder's name, such as compute-signals.")
    private String function = "";

    @Option(
            names = "--event",
            paramLabel = "FILE",
            required = true,
            description = "The event as JSON; - reads it from the input stream.")
    private Path event = Path.of("-");

    @Option(names = "--drain", description = "Then work off the queues until all is done.")
    private boolean drain;

    @Override
    int run() throws IOException {
        String text = text();
        Json.tree(text);
        try (Installation installation = Installation.openOrCreate(data.folder(this), "invoke")) {
            String answer = installation.functions().invoke(function, text);
            if (drain) {
                installation.pipeline().awaitIdle(Waits.LOAD, () -> {});
            }
            // An answer is JSON with or without --json.
            out().println(answer);
            out().flush();
        }
        return ExitCodes.DONE;
    }

    private String text() throws IOException {
        if (event.toString().equals("-")) {
            return new String(System.in.readNBytes((int) MAX_EVENT_BYTES), StandardCharsets.UTF_8);
        }
        if (!Files.isReadable(event)) {
            throw AppException.invalid("--event", event, "a file that can be read");
        }
        if (Files.size(event) > MAX_EVENT_BYTES) {
            throw AppException.invalid("--event", event, "a file of at most %d bytes".formatted(MAX_EVENT_BYTES));
        }
        return Files.readString(event);
    }
}
