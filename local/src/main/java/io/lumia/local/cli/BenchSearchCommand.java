package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.local.bench.Machine;
import io.lumia.local.bench.SearchBench;
import io.lumia.local.bench.SyntheticArticles;
import io.lumia.local.books.Books;
import io.lumia.local.runtime.FunctionHost;
import io.lumia.local.runtime.LocalRuntime;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What searching costs. */
@Command(
        name = "search",
        description = "Search synthetic articles at the API's handler; say how long an answer takes.",
        mixinStandardHelpOptions = true)
final class BenchSearchCommand extends LumiaCommand {

    private static final int MOST_ARTICLES = 10_000_000;
    private static final int MOST_REQUESTS = 1_000_000;

    @Mixin
    private BenchFolder folder = new BenchFolder();

    @Option(names = "--articles", defaultValue = "100000", description = "How many there are (default 100,000).")
    private int articles = 100_000;

    @Option(names = "--requests", defaultValue = "200", description = "Per question, after a warm-up (default 200).")
    private int requests = 200;

    @Override
    int run() {
        if (articles < 1 || articles > MOST_ARTICLES) {
            throw AppException.invalid("--articles", articles, "1 to " + MOST_ARTICLES);
        }
        if (requests < 1 || requests > MOST_REQUESTS) {
            throw AppException.invalid("--requests", requests, "1 to " + MOST_REQUESTS);
        }
        try (LocalRuntime runtime = folder.start(this)) {
            FunctionHost functions = runtime.functions();
            Machine machine = Machine.here(functions.bean(Books.class).serverVersion());
            SearchBench.Result result = new SearchBench(
                            functions, functions.bean(SyntheticArticles.class), text -> note("%s", text))
                    .run(articles, requests);
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
