package io.lumia.local.cli;

import io.lumia.local.bench.Machine;
import io.lumia.sentiment.benchmark.VaderBenchmark;
import io.lumia.sentiment.benchmark.VaderBenchmarkResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What the word list costs. */
@Command(
        name = "vader",
        description = "Score the lines of a file by the word list; say how many a second.",
        mixinStandardHelpOptions = true)
final class BenchVaderCommand extends LumiaCommand {

    @Parameters(paramLabel = "FILE", description = "A text per line, UTF-8.")
    private Path file = Path.of("");

    @Override
    int run() {
        VaderBenchmarkResult result = new VaderBenchmark().run(TextFile.lines(file));
        Machine machine = Machine.here("none");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("machine", machine);
        document.put("result", result);
        print(document, () -> {
            out().println(machine.line());
            out().println(result.line());
        });
        return ExitCodes.DONE;
    }
}
