package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.local.bench.Machine;
import io.lumia.local.bench.RecommendBench;
import io.lumia.local.bench.SyntheticUniverse;
import io.lumia.local.books.Books;
import io.lumia.local.runtime.FunctionHost;
import io.lumia.local.runtime.LocalRuntime;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a recommendation costs. */
@Command(
        name = "recommend",
        description = "Recommend from synthetic assets at the API's handler; say how long an answer takes.",
        mixinStandardHelpOptions = true)
final class BenchRecommendCommand extends LumiaCommand {

    private static final int LEAST_ASSETS = 20;
    private static final int MOST_ASSETS = 9_999;
    private static final int MOST_REQUESTS = 100_000;

    @Mixin
    private BenchFolder folder = new BenchFolder();

    @Option(names = "--assets", defaultValue = "4000", description = "How many there are (default 4,000).")
    private int assets = 4_000;

    @Option(names = "--requests", defaultValue = "200", description = "After a warm-up (default 200).")
    private int requests = 200;

    @Override
    int run() {
        if (assets < LEAST_ASSETS || assets > MOST_ASSETS) {
            throw AppException.invalid("--assets", assets, "%d to %d".formatted(LEAST_ASSETS, MOST_ASSETS));
        }
        if (requests < 1 || requests > MOST_REQUESTS) {
            throw AppException.invalid("--requests", requests, "1 to " + MOST_REQUESTS);
        }
        try (LocalRuntime runtime = folder.start(this)) {
            FunctionHost functions = runtime.functions();
            Machine machine = Machine.here(functions.bean(Books.class).serverVersion());
            RecommendBench.Result result = new RecommendBench(
                            functions, functions.bean(SyntheticUniverse.class), text -> note("%s", text))
                    .run(assets, requests);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("machine", machine);
            document.put("result", result);
            print(document, () -> {
                out().println(machine.line());
                out().println(result.line());
            });
        }
        return ExitCodes.DONE;
    }
}
