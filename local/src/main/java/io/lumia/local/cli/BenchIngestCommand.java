package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.local.bench.IngestBench;
import io.lumia.local.folder.Folders;
import io.lumia.local.runtime.LocalRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What loading costs. */
@Command(
        name = "ingest",
        description = "Load synthetic bars by the real way, then the same again; say what it cost.",
        mixinStandardHelpOptions = true)
final class BenchIngestCommand extends LumiaCommand {

    private static final long MOST_ROWS = 50_000_000;

    @Mixin
    private BenchFolder data = new BenchFolder();

    @Option(names = "--rows", defaultValue = "1000000", description = "How many bars, at least (default 1,000,000).")
    private long rows = 1_000_000;

    @Override
    int run() throws IOException {
        if (rows < 1 || rows > MOST_ROWS) {
            throw AppException.invalid("--rows", rows, "1 to " + MOST_ROWS);
        }
        try (LocalRuntime runtime = data.start(this)) {
            Path bundle = Files.createTempDirectory(runtime.folder().root(), "bundle");
            try {
                IngestBench.Result result = new IngestBench(runtime, bundle, text -> note("%s", text)).run(rows);
                print(result, () -> result.lines().forEach(out()::println));
            } finally {
                Folders.deleteAll(bundle);
            }
        }
        return ExitCodes.DONE;
    }
}
