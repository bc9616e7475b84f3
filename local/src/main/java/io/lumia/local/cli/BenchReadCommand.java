package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.local.bench.Machine;
import io.lumia.local.bench.ReadBench;
import io.lumia.local.books.Books;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.runtime.Installation;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What reading costs. */
@Command(
        name = "read",
        description = "Ask the API's handler again and again on the demo's data; say how fast it answers.",
        mixinStandardHelpOptions = true)
final class BenchReadCommand extends LumiaCommand {

    private static final int MOST_REQUESTS = 10_000_000;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder with data in it; without it the demo's.")
    private @Nullable Path data;

    @Option(names = "--requests", defaultValue = "5000", description = "Per route, after a warm-up (default 5,000).")
    private int requests = 5_000;

    @Override
    int run() {
        if (requests < 1 || requests > MOST_REQUESTS) {
            throw AppException.invalid("--requests", requests, "1 to " + MOST_REQUESTS);
        }
        DataFolder folder = folder(data, "demo");
        try (Installation installation = Installation.open(folder, "bench")) {
            Machine machine =
                    Machine.here(installation.functions().bean(Books.class).serverVersion());
            ReadBench.Result result =
                    new ReadBench(installation.functions(), folder, text -> note("%s", text)).run(requests);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("machine", machine);
            document.put("result", result);
            print(document, () -> {
                out().println(machine.line());
                result.lines().forEach(out()::println);
            });
        }
        return ExitCodes.DONE;
    }
}
