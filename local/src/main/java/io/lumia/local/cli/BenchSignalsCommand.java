package io.lumia.local.cli;

import io.lumia.local.bench.Machine;
import io.lumia.local.books.Books;
import io.lumia.local.runtime.LocalRuntime;
import io.lumia.signals.benchmark.SignalsBenchmark;
import io.lumia.signals.benchmark.SignalsBenchmarkResult;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What signals cost. */
@Command(
        name = "signals",
        description = "Compute and store signals of synthetic assets; say what it cost.",
        mixinStandardHelpOptions = true)
final class BenchSignalsCommand extends LumiaCommand {

    @Mixin
    private BenchFolder data = new BenchFolder();

    @Option(
            names = "--assets",
            defaultValue = "" + SignalsBenchmark.PROMISED_ASSETS,
            description = "Default ${DEFAULT-VALUE}.")
    private int assets = SignalsBenchmark.PROMISED_ASSETS;

    @Option(
            names = "--sessions",
            defaultValue = "" + SignalsBenchmark.PROMISED_SESSIONS,
            description = "Default ${DEFAULT-VALUE}.")
    private int sessions = SignalsBenchmark.PROMISED_SESSIONS;

    @Override
    int run() {
        try (LocalRuntime runtime = data.start(this)) {
            Machine machine = Machine.here(runtime.functions().bean(Books.class).serverVersion());
            SignalsBenchmarkResult result =
                    runtime.functions().bean(SignalsBenchmark.class).run(assets, sessions, text -> note("%s", text));
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
