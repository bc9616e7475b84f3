package io.lumia.local.cli;

import io.lumia.local.bench.GatewayBench;
import io.lumia.local.bench.Machine;
import io.lumia.local.books.Books;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.runtime.Admitting;
import io.lumia.local.runtime.LocalRuntime;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the gateway bears. */
@Command(
        name = "gateway",
        description = {
            "Let partners ask the gateway over HTTP at a fixed rate, each beyond his quota of an hour.",
            "Says how long answers took and whether exactly what the quotas grant was answered; ends with 1 where not."
        },
        mixinStandardHelpOptions = true)
final class BenchGatewayCommand extends LumiaCommand {

    private static final int MOST_RATE = 100_000;
    private static final int MOST_SECONDS = 600;
    private static final int MOST_CALLERS = 1_000;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder with data in it; without it the demo's.")
    private @Nullable Path data;

    @Option(names = "--rate", defaultValue = "1000", description = "Requests a second (default 1,000).")
    private int rate = 1_000;

    @Option(names = "--seconds", defaultValue = "30", description = "For how long (default 30).")
    private int seconds = 30;

    @Option(
            names = "--callers",
            defaultValue = "20",
            description = "Partners, 1,000 requests an hour each (default 20).")
    private int callers = 20;

    @Option(
            names = "--path",
            defaultValue = "/api/v1/assets/AAPL",
            description = "What is asked for (default ${DEFAULT-VALUE}).")
    private String path = "/api/v1/assets/AAPL";

    @Override
    int run() {
        Limits.check("--rate", rate, MOST_RATE);
        Limits.check("--seconds", seconds, MOST_SECONDS);
        Limits.check("--callers", callers, MOST_CALLERS);
        DataFolder folder = folder(data, "demo");
        try (LocalRuntime runtime = LocalRuntime.start(LocalRuntime.Setting.remembered(folder, "bench"))) {
            int port = runtime.startGateway(0, Admitting.AUTHORISED).port();
            GatewayBench bench = new GatewayBench(runtime.functions(), folder, port, path, text -> note("%s", text));
            return show(
                    Machine.here(runtime.functions().bean(Books.class).serverVersion()),
                    bench.run(rate, seconds, callers));
        }
    }

    private int show(Machine machine, GatewayBench.Result result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("machine", machine);
        document.put("result", result);
        document.put("exact", result.isExact());
        print(document, () -> {
            out().println(machine.line());
            result.lines().forEach(out()::println);
        });
        return result.isExact() ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}
