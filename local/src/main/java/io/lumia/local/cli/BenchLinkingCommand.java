package io.lumia.local.cli;

import io.lumia.local.bench.Machine;
import io.lumia.news.benchmark.LinkBenchmark;
import io.lumia.news.benchmark.LinkBenchmarkResult;
import io.lumia.news.link.AliasFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How well texts are linked. */
@Command(
        name = "linking",
        description =
                "Link headlines whose tickers are known and hidden; say how many links are right (docs/linking.md).",
        mixinStandardHelpOptions = true)
final class BenchLinkingCommand extends LumiaCommand {

    private static final long SEED = 1;
    private static final int SAMPLE = 20;

    @Option(
            names = "--headlines",
            required = true,
            paramLabel = "FILE",
            description = "CSV with date, symbol, title; may be given several times, may be gzip.")
    private List<Path> headlines = List.of();

    @Option(
            names = "--assets",
            required = true,
            paramLabel = "FILE",
            description = "CSV with symbol and name; may be given several times.")
    private List<Path> assets = List.of();

    @Option(names = "--bodies", description = "Let the linker read the bodies too.")
    private boolean bodies;

    @Override
    int run() {
        Logs.configure();
        LinkBenchmarkResult result = new LinkBenchmark(AliasFile.shipped(), new SplittableRandom(SEED))
                .run(new LinkBenchmark.Settings(headlines, assets, bodies, SAMPLE));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("machine", Machine.here("none"));
        document.put("lines", result.lines());
        print(document, () -> result.lines().forEach(out()::println));
        return ExitCodes.DONE;
    }
}
